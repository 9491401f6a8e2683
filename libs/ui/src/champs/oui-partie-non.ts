import { Component, computed, input, model } from '@angular/core';
import { Icone } from '../affichage/icone';
import { Champ } from './champ';
import { ChampBase } from './champ-base';

/** Oui / En partie / Non, as the report asks (guide, fiche 5): a symbol and a word, never colour alone. */
@Component({
  selector: 'co-oui-partie-non',
  imports: [Champ, Icone],
  template: `
    <co-champ
      groupe
      [libelle]="libelle()"
      [idChamp]="id()"
      [aide]="aide()"
      [erreur]="erreurMontree()"
      [requis]="requis()"
      [libelleMasque]="libelleMasque()"
    >
      <div
        class="oui-partie-non"
        role="radiogroup"
        [id]="id()"
        tabindex="-1"
        [attr.aria-labelledby]="id() + '-libelle'"
        [attr.aria-describedby]="decritPar()"
        [attr.aria-required]="requis() || null"
        [attr.aria-invalid]="erreurMontree() ? 'true' : null"
        (focusout)="sortir($event)"
      >
        @for (reponse of reponses(); track reponse.valeur) {
          <label [class]="'reponse reponse-' + reponse.icone" [class.choisie]="reponse.valeur === value()">
            <input
              type="radio"
              class="masque"
              [name]="id()"
              [value]="reponse.valeur"
              [checked]="reponse.valeur === value()"
              [disabled]="desactive()"
              (change)="emettre(reponse.valeur)"
            />
            @if (reponse.valeur === value()) {
              <co-icone [nom]="reponse.icone" />
            }
            {{ reponse.libelle }}
          </label>
        }
      </div>
    </co-champ>
  `,
})
export class OuiPartieNon extends ChampBase<string | null> {
  readonly value = model<string | null>(null);
  /** The word of the middle: « En partie », or « Partiellement » for the effects. */
  readonly motDuMilieu = input('En partie');
  /** The stored codes, in the order oui, en partie, non. */
  readonly codes = input<readonly [string, string, string]>(['OUI', 'EN_PARTIE', 'NON']);

  protected readonly reponses = computed(() => {
    const [oui, partie, non] = this.codes();
    return [
      { valeur: oui, libelle: 'Oui', icone: 'oui' },
      { valeur: partie, libelle: this.motDuMilieu(), icone: 'partie' },
      { valeur: non, libelle: 'Non', icone: 'non' },
    ] as const;
  });

  protected normaliser(valeur: unknown): string | null {
    return typeof valeur === 'string' && valeur !== '' ? valeur : null;
  }

  protected sortir(evenement: FocusEvent): void {
    const cible = evenement.currentTarget as HTMLElement;
    if (!cible.contains(evenement.relatedTarget as Node | null)) this.quitter();
  }
}
