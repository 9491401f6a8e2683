import { Component, booleanAttribute, input } from '@angular/core';
import { Etat } from '@coopilote/ui/affichage/etat';
import type { ElementLu } from '../modele/elements';

/** An element as it was answered: its symbol and word, and its text. */
@Component({
  selector: 'co-element-affiche',
  imports: [Etat],
  host: { '[class.discret]': 'discret()' },
  template: `
    @if (element().etat; as etat) {
      <co-etat [de]="etat" />
    }
    @if (element().texte) {
      <span class="element-texte">{{ element().texte }}</span>
    }
    @if (element().vide) {
      <span class="petit">–<span class="masque"> sans réponse</span></span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e1) var(--e2);
      align-items: baseline;
      min-width: 0;
    }
    .element-texte {
      white-space: pre-line;
      min-width: 0;
    }
    :host(.discret) {
      font-size: var(--t-petit);
      color: var(--encre-2);
    }
  `,
})
export class ElementAffiche {
  readonly element = input.required<ElementLu>();
  readonly discret = input(false, { transform: booleanAttribute });
}
