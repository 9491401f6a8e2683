import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Etat, Icone, formatDateJour } from '@coopilote/ui';
import { type RangeeT1, datesDe, etatEtape, responsableDe } from './rangee-t1';

/** A step of T1 on a phone; a task stands back from the phase above it. */
@Component({
  selector: 'co-carte-t1',
  imports: [Etat, Icone, RouterLink],
  host: { '[class.tache]': "rangee().genre === 'TACHE'" },
  template: `
    @let r = rangee();
    <p class="titre">
      @if (r.tache; as tache) {
        <a class="lien" [routerLink]="['/reunions', tache.reunionId]">{{ r.intitule }}</a>
      } @else if (modifiable()) {
        <button type="button" class="lien" (click)="ouvrir.emit(r)">
          {{ r.intitule }}<span class="masque">&nbsp;: modifier</span>
        </button>
      } @else {
        {{ r.intitule }}
      }
      @if (etat(r); as etat) {
        <co-etat [de]="etat" />
      }
    </p>
    <p class="petit num">{{ quand() }}</p>
    @if (r.etape?.livrables; as livrables) {
      <p class="petit livrables">{{ livrables }}</p>
    }
    @if (modifiable() && r.genre === 'PHASE') {
      <button type="button" class="bouton discret" (click)="ajouter.emit(r)">
        <co-icone nom="plus" />Ajouter une tâche<span class="masque">&nbsp;: {{ r.intitule }}</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e1);
    }
    :host(.tache) {
      padding-left: var(--e4);
      border-left: 3px solid var(--trait-fort);
    }
    .titre {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--e2);
      align-items: center;
      line-height: 1.3;
      font-weight: 650;
    }
    .lien {
      min-height: 2.25rem;
      text-align: left;
      text-decoration: none;
    }
    :host(.tache) :is(.titre, .lien) {
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
export class CarteT1 {
  readonly rangee = input.required<RangeeT1>();
  readonly modifiable = input(false);
  readonly ouvrir = output<RangeeT1>();
  readonly ajouter = output<RangeeT1>();
  protected readonly etat = etatEtape;

  protected readonly quand = computed(() => {
    const { debut, fin } = datesDe(this.rangee());
    const dates = debut
      ? fin
        ? `du ${formatDateJour(debut)} au ${formatDateJour(fin)}`
        : `à partir du ${formatDateJour(debut)}`
      : 'sans date';
    return [dates, responsableDe(this.rangee())].filter(Boolean).join(' · ');
  });
}
