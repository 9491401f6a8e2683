import { Component, input, output } from '@angular/core';
import { Etat, Icone, formatDateJour } from '@coopilote/ui';
import { type RangeeT1, etatEtape } from './rangee-t1';

/** T1 on a phone: a card a phase, its tasks in it. */
@Component({
  selector: 'co-cartes-t1',
  imports: [Etat, Icone],
  template: `
    @for (rangee of rangees(); track rangee.id) {
      <div [class]="rangee.genre === 'PHASE' ? 'phase' : 'tache'">
        <p class="titre">
          @if (modifiable()) {
            <button type="button" class="lien" (click)="ouvrir.emit(rangee)">
              {{ rangee.intitule }}<span class="masque">&nbsp;: modifier</span>
            </button>
          } @else {
            {{ rangee.intitule }}
          }
          @if (etat(rangee.etape); as etat) {
            <co-etat [de]="etat" />
          }
        </p>
        <p class="petit num">{{ quand(rangee) }}</p>
        @if (rangee.etape?.livrables; as livrables) {
          <p class="petit livrables">{{ livrables }}</p>
        }
        @if (modifiable() && rangee.genre === 'PHASE') {
          <button type="button" class="bouton discret" (click)="ajouter.emit(rangee)">
            <co-icone nom="plus" />Ajouter une tâche<span class="masque">&nbsp;: {{ rangee.intitule }}</span>
          </button>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      background: var(--papier);
      border: 1px solid var(--trait);
      border-radius: var(--rayon);
      overflow: hidden;
    }
    .phase,
    .tache {
      display: grid;
      gap: var(--e1);
      padding: var(--e3) var(--e4);
      border-top: 1px solid var(--trait);
    }
    .phase {
      background: var(--fond);
    }
    .phase:first-child {
      border-top: 0;
    }
    .tache {
      padding-left: var(--e8);
    }
    .titre {
      line-height: 1.3;
    }
    .phase .titre {
      font-weight: 650;
    }
    .lien {
      min-height: 2.25rem;
      text-align: left;
      text-decoration: none;
    }
    .tache .lien {
      font-weight: 400;
    }
    .livrables {
      white-space: pre-line;
    }
    .bouton {
      justify-self: start;
      margin-left: calc(-1 * var(--e3));
    }
  `,
})
export class CartesT1 {
  readonly rangees = input.required<readonly RangeeT1[]>();
  readonly modifiable = input(false);
  readonly ouvrir = output<RangeeT1>();
  readonly ajouter = output<RangeeT1>();
  protected readonly etat = etatEtape;

  protected quand({ etape }: RangeeT1): string {
    const dates = etape?.debut
      ? etape.fin
        ? `du ${formatDateJour(etape.debut)} au ${formatDateJour(etape.fin)}`
        : `à partir du ${formatDateJour(etape.debut)}`
      : 'sans date';
    return [dates, etape?.responsable].filter(Boolean).join(' · ');
  }
}
