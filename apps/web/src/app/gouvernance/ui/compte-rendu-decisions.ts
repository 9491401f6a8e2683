import { Component, computed, input } from '@angular/core';
import { LIBELLES_ISSUES } from '@coopilote/domain/gouvernance/genres';
import { DateJourPipe, Icone, compter } from '@coopilote/ui';
import type { DecisionDite, TacheDite } from '../modele/compte-rendu';

/** What was decided on one point of the agenda, and who does what: as it stood at the end of the séance. */
@Component({
  selector: 'co-compte-rendu-decisions',
  imports: [DateJourPipe, Icone],
  template: `
    @for (decision of decisions(); track decision.numero) {
      <div [class]="'decision decision-' + decision.issue.toLowerCase()">
        <p class="decision-titre">
          <b class="num">Décision {{ decision.numero }}</b> – {{ issues[decision.issue] }}
          <span class="petit">({{ decision.mode }})</span>
        </p>
        <p class="decision-texte">{{ decision.texte }}</p>
        @if (decision.changement) {
          <p class="petit decision-change"><co-icone nom="droite" />Ce qui change&nbsp;: {{ decision.changement }}</p>
        }
      </div>
    }
    @if (taches().length) {
      <div class="taches">
        <table>
          <caption>
            {{
              titreTaches()
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">Quoi</th>
              <th scope="col">Qui</th>
              <th scope="col">Échéance</th>
            </tr>
          </thead>
          <tbody>
            @for (tache of taches(); track $index) {
              <tr>
                <td>{{ tache.quoi }}</td>
                <td>{{ tache.qui }}</td>
                <td class="echeance">{{ tache.echeance | dateJour }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styleUrl: './compte-rendu-decisions.css',
})
export class CompteRenduDecisions {
  readonly decisions = input.required<readonly DecisionDite[]>();
  readonly taches = input.required<readonly TacheDite[]>();

  protected readonly issues = LIBELLES_ISSUES;
  protected readonly titreTaches = computed(() => compter(this.taches().length, 'action à suivre', 'actions à suivre'));
}
