import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EtatFiche } from '@coopilote/domain/actions';
import { Etat, etatFiche } from '@coopilote/ui';
import type { ActionDuProgramme } from './noeud';

/** The fiches-actions under an objective: who, which state, how they are measured. */
@Component({
  selector: 'co-actions-du-programme',
  imports: [Etat, RouterLink],
  template: `
    <ul>
      @for (action of fiches(); track action.id) {
        <li>
          <a [routerLink]="['/fiches-actions', action.id]">{{ action.intitule }}</a>
          <span class="petit detail">
            <span>{{ action.structure }}</span>
            <co-etat [de]="etat(action)" />
            <abbr
              class="num"
              title="Indicateurs de processus (IP), d’activité (IA) et de résultats (IR)"
              [class.manque]="!action.indicateurs.resultat"
              >{{ mesure(action) }}</abbr
            >
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
    }
    li {
      display: grid;
      margin-top: var(--e2);
      padding: var(--e2) var(--e3);
      border-radius: 6px;
      background: var(--fond);
      line-height: 1.35;
    }
    a {
      justify-self: start;
    }
    .detail {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e1) var(--e3);
      align-items: center;
      margin-top: var(--e1);
    }
    abbr {
      text-decoration: none;
    }
    .manque {
      color: var(--accent);
      font-weight: 600;
    }
  `,
})
export class ActionsDuProgramme {
  readonly fiches = input.required<readonly ActionDuProgramme[]>();

  protected etat(action: ActionDuProgramme) {
    return etatFiche(action.etat as EtatFiche);
  }

  protected mesure({ indicateurs: { processus, activite, resultat } }: ActionDuProgramme): string {
    return resultat
      ? `${processus}\u00a0IP · ${activite}\u00a0IA · ${resultat}\u00a0IR`
      : `${processus}\u00a0IP · ${activite}\u00a0IA · aucun IR`;
  }
}
