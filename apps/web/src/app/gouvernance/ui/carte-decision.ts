import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DecisionLue } from '@coopilote/domain/gouvernance/seance.contract';
import { DateJourPipe, Etat } from '@coopilote/ui';
import { detailChangement, etatChangement, etatIssue } from '../modele/decisions';

/** A decision of the register on a narrow screen; its outcome is the content. */
@Component({
  selector: 'co-carte-decision',
  imports: [DateJourPipe, Etat, RouterLink],
  template: `
    @let d = decision();
    <p class="rang">
      <b class="num">{{ d.numero }}</b>
      <co-etat [de]="issue()" />
    </p>
    <p class="texte">{{ d.texte }}</p>
    <p class="petit">
      <a [routerLink]="['/reunions', d.reunionId, 'compte-rendu']">{{ d.reunion }}</a>, {{ d.date | dateJour }}
    </p>
    @if (changement(); as etat) {
      <p class="petit">{{ d.changementDit }}</p>
      <p class="rang">
        <co-etat [de]="etat" /><span class="petit">{{ detail() }}</span>
      </p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e2);
    }
    .texte {
      white-space: pre-line;
    }
  `,
})
export class CarteDecision {
  readonly decision = input.required<DecisionLue>();

  protected readonly issue = computed(() => etatIssue(this.decision().issue));
  protected readonly changement = computed(() => etatChangement(this.decision()));
  protected readonly detail = computed(() => detailChangement(this.decision()));
}
