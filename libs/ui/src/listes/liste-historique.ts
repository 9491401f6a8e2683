import { Component, computed, input } from '@angular/core';
import type { ChangementLu } from '@coopilote/domain/historique/historique.contract';
import { Etat } from '../affichage/etat';
import { formatDateLongue } from '../format/format';
import { HeurePipe } from '../format/pipes';
import { DetailChangement } from './detail-changement';

/** Changes by day, each with who made it, and its before and after under a fold. */
@Component({
  selector: 'co-liste-historique',
  imports: [DetailChangement, Etat, HeurePipe],
  template: `
    @for (jour of jours(); track jour.titre) {
      @if (niveau() === 2) {
        <h2>{{ jour.titre }}</h2>
      } @else {
        <h3>{{ jour.titre }}</h3>
      }
      <ol class="carte carte-sans-marge">
        @for (changement of jour.changements; track changement.id) {
          <li>
            <span class="petit num">{{ changement.quand | heure }}</span>
            <div>
              <p>{{ changement.resume }}</p>
              <p class="petit">
                {{ changement.qui }}
                @if (changement.motif; as motif) {
                  · {{ motif }}
                }
              </p>
              <co-detail-changement [changement]="changement" />
            </div>
            @if (changement.operation === 'SUPPRESSION') {
              <co-etat ton="alerte" icone="corbeille">supprimé</co-etat>
            } @else if (changement.operation === 'CREATION') {
              <co-etat ton="ok" icone="plus">créé</co-etat>
            }
          </li>
        }
      </ol>
    }
  `,
  styles: `
    h2,
    h3 {
      margin: var(--e6) 0 var(--e2);
      font-size: 1rem;
    }
    :is(h2, h3)::first-letter {
      text-transform: uppercase;
    }
    ol {
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 4.5rem minmax(0, 1fr) auto;
      gap: var(--e1) var(--e3);
      align-items: baseline;
      padding: var(--e3) var(--e4);
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      border-top: 0;
    }
    @media (max-width: 43.75rem) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      li > div {
        grid-row: 2;
        grid-column: 1 / -1;
      }
    }
  `,
})
export class ListeHistorique {
  /** The newest first. */
  readonly changements = input.required<readonly ChangementLu[]>();
  /** Level of the headings of the days. */
  readonly niveau = input<2 | 3>(2);

  protected readonly jours = computed(() => {
    const jours = new Map<string, ChangementLu[]>();
    for (const changement of this.changements()) {
      const titre = formatDateLongue(changement.quand, true);
      jours.set(titre, [...(jours.get(titre) ?? []), changement]);
    }
    return [...jours].map(([titre, changements]) => ({ titre, changements }));
  });
}
