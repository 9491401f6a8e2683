import { Component, input, output } from '@angular/core';
import { Icone } from '@coopilote/ui';

export interface PuceFiltre {
  cle: string;
  nom: string;
  /** What the filter keeps; null: the filter is not set. */
  valeur: string | null;
  /** Always set: it can be changed, not taken away. */
  fixe?: boolean;
}

/** Filters as chips: a chip opens its choice, a set one can be taken away. */
@Component({
  selector: 'co-puces-filtres',
  imports: [Icone],
  template: `
    <ul class="filtres sans-impression" aria-label="Filtres">
      @for (puce of puces(); track puce.cle) {
        <li class="filtre" [class.filtre-mis]="puce.valeur !== null">
          <button type="button" aria-haspopup="dialog" (click)="ouvrir.emit(puce.cle)">
            @if (puce.valeur === null) {
              <co-icone nom="plus" />{{ puce.nom }}
            } @else {
              <span [class.masque]="puce.fixe">{{ puce.nom }}&nbsp;: </span>{{ puce.valeur }}
            }
          </button>
          @if (puce.valeur !== null && !puce.fixe) {
            <button
              type="button"
              class="filtre-retirer"
              [attr.aria-label]="'Retirer le filtre ' + puce.nom"
              (click)="retirer.emit(puce.cle)"
            >
              <co-icone nom="fermer" />
            </button>
          }
        </li>
      }
    </ul>
  `,
})
export class PucesFiltres {
  readonly puces = input.required<readonly PuceFiltre[]>();
  readonly ouvrir = output<string>();
  readonly retirer = output<string>();
}
