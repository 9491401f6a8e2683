import { Component, computed, input } from '@angular/core';
import type { DecisionLue } from '@coopilote/domain/gouvernance/seance.contract';
import { Etat } from '@coopilote/ui';
import { detailChangement, etatChangement } from '../modele/decisions';

/** What the decisions of a meeting change in the programme once its minutes are approved, and what became of it. */
@Component({
  selector: 'co-compte-rendu-changements',
  imports: [Etat],
  template: `
    <ul>
      @for (ligne of lignes(); track ligne.id) {
        <li>
          <p>
            <b class="num">{{ ligne.numero }}</b> {{ ligne.dit }}
          </p>
          <p class="rang">
            <co-etat [de]="ligne.etat" /><span class="petit">{{ ligne.detail }}</span>
          </p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--e3);
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--e1);
    }
    .rang {
      gap: var(--e1) var(--e2);
    }
  `,
})
export class CompteRenduChangements {
  readonly decisions = input.required<readonly DecisionLue[]>();

  protected readonly lignes = computed(() =>
    this.decisions().flatMap((decision) => {
      const etat = etatChangement(decision);
      if (!etat) return [];
      const { id, numero, changementDit } = decision;
      return [{ id, numero, dit: changementDit ?? '', etat, detail: detailChangement(decision) }];
    }),
  );
}
