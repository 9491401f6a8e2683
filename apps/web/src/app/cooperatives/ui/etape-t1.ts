import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Etat, Icone } from '@coopilote/ui';
import { type RangeeT1, etatEtape } from './rangee-t1';

/** The heading of a row of T1: the step, its state, and what one does of it. */
@Component({
  selector: 'co-etape-t1',
  imports: [Etat, Icone, RouterLink],
  template: `
    @let r = rangee();
    <span class="entree">
      @if (r.tache; as tache) {
        <a [routerLink]="['/reunions', tache.reunionId]" [title]="'Tâche de ' + tache.reunion">{{ r.intitule }}</a>
      } @else if (modifiable()) {
        <button type="button" class="etape" (click)="ouvrir.emit(r)">
          {{ r.intitule }}<span class="masque">&nbsp;: modifier</span>
        </button>
      } @else {
        {{ r.intitule }}
      }
      @if (etat(r); as etat) {
        <co-etat [de]="etat" />
      }
    </span>
    @if (modifiable() && r.genre === 'PHASE') {
      <button type="button" class="bouton discret ajout" (click)="ajouter.emit(r)" title="Ajouter une tâche">
        <co-icone nom="plus" /><span class="masque">Ajouter une tâche à la phase {{ r.intitule }}</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--e2);
      align-items: start;
      justify-content: space-between;
    }
    .entree {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e1) var(--e2);
      align-items: center;
    }
    .etape {
      border: 0;
      padding: 0;
      background: none;
      text-align: left;
      font: inherit;
      color: var(--marque);
      text-decoration: underline;
      text-decoration-color: transparent;
      text-underline-offset: 0.2em;
    }
    .etape:hover {
      text-decoration-color: currentColor;
    }
    .ajout {
      min-height: 2rem;
      margin: -0.35rem -0.5rem -0.35rem 0;
      padding: 0 0.5rem;
    }
  `,
})
export class EtapeT1 {
  readonly rangee = input.required<RangeeT1>();
  readonly modifiable = input(false);
  readonly ouvrir = output<RangeeT1>();
  readonly ajouter = output<RangeeT1>();
  protected readonly etat = etatEtape;
}
