import { Component, booleanAttribute, input } from '@angular/core';
import { Icone } from '../affichage/icone';

/**
 * The one wrapper of a field: label and help above, content, error. The ids that the content must cite in `aria-describedby`
 * are `{idChamp}-aide` and `{idChamp}-erreur`.
 */
@Component({
  selector: 'co-champ',
  imports: [Icone],
  host: { class: 'champ', '[class.champ-en-erreur]': 'erreur()' },
  template: `
    @if (groupe()) {
      <span class="champ-libelle" [class.masque]="libelleMasque()" [id]="idChamp() + '-libelle'"
        >{{ libelle() }}
        @if (requis()) {
          <span class="champ-requis">&nbsp;(obligatoire)</span>
        }
      </span>
    } @else {
      <label class="champ-libelle" [class.masque]="libelleMasque()" [for]="idChamp()"
        >{{ libelle() }}
        @if (requis()) {
          <span class="champ-requis">&nbsp;(obligatoire)</span>
        }
      </label>
    }
    @if (aide()) {
      <p class="champ-aide" [id]="idChamp() + '-aide'">{{ aide() }}</p>
    }
    <ng-content />
    @if (erreur(); as message) {
      <p class="champ-erreur" [id]="idChamp() + '-erreur'"><co-icone nom="alerte" />{{ message }}</p>
    }
  `,
})
export class Champ {
  readonly libelle = input.required<string>();
  readonly idChamp = input.required<string>();
  readonly aide = input('');
  readonly erreur = input<string | null>(null);
  readonly requis = input(false, { transform: booleanAttribute });
  readonly libelleMasque = input(false, { transform: booleanAttribute });
  /** The content is a group of controls: it must carry `aria-labelledby="{idChamp}-libelle"`. */
  readonly groupe = input(false, { transform: booleanAttribute });
}
