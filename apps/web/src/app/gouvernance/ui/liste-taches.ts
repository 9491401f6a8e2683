import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LIBELLES_ETATS_TACHE, type TacheLue } from '@coopilote/domain/gouvernance';
import { Etat, Icone, Occupe, formatDateLongue } from '@coopilote/ui';

/** Open tasks: what, who, by when; « Fait » in one tap for whoever may say so. */
@Component({
  selector: 'co-liste-taches',
  imports: [Etat, Icone, Occupe, RouterLink],
  template: `
    <ul>
      @for (tache of taches(); track tache.id) {
        <li>
          <div>
            <p class="quoi">{{ tache.quoi }}</p>
            <p class="petit">
              <b>{{ tache.qui }}</b>{{ echeance(tache) }}
            </p>
            <p class="petit rang">
              <a [routerLink]="['/reunions', tache.reunionId]">{{ tache.reunion }}</a>
              @if (tache.enRetard) {
                <co-etat ton="alerte" icone="alerte">en retard</co-etat>
              } @else if (tache.etat === 'EN_COURS') {
                <co-etat ton="attente" icone="partie">{{ enCours }}</co-etat>
              }
            </p>
          </div>
          @if (tache.modifiable) {
            <button
              type="button"
              class="bouton second compact"
              [coOccupe]="occupee() === tache.id"
              (click)="faite.emit(tache)"
            >
              <co-icone nom="oui" />Fait<span class="masque">&nbsp;: {{ tache.quoi }}</span>
            </button>
          }
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
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--e2) var(--e3);
      align-items: start;
      padding: var(--e3) 0;
      border-top: 1px solid var(--trait);
    }
    li:first-child {
      border-top: 0;
      padding-top: 0;
    }
    li:last-child {
      padding-bottom: 0;
    }
    .quoi {
      font-weight: 600;
    }
    .petit b {
      color: var(--encre);
    }
    .petit a {
      color: inherit;
    }
    @media (pointer: coarse) {
      .bouton {
        min-height: 2.75rem;
      }
    }
  `,
})
export class ListeTaches {
  readonly taches = input.required<readonly TacheLue[]>();
  /** The task whose answer is awaited. */
  readonly occupee = input<string | null>(null);
  readonly faite = output<TacheLue>();

  protected readonly enCours = LIBELLES_ETATS_TACHE.EN_COURS;

  protected echeance({ echeance }: TacheLue): string {
    return echeance ? `, pour le ${formatDateLongue(echeance)}` : '';
  }
}
