import { Component, computed, input, model } from '@angular/core';
import { Champ } from './champ';
import { ChampBase, Option } from './champ-base';

/** One entry of a short list, by the browser's own select. The value is the entry's `valeur`, or null. */
@Component({
  selector: 'co-choix',
  imports: [Champ],
  template: `
    <co-champ
      [libelle]="libelle()"
      [idChamp]="id()"
      [aide]="aide()"
      [erreur]="erreurMontree()"
      [requis]="requis()"
      [libelleMasque]="libelleMasque()"
    >
      <select
        #liste
        class="saisie saisie-choix"
        [id]="id()"
        [disabled]="desactive()"
        [attr.aria-required]="requis() || null"
        [attr.aria-invalid]="erreurMontree() ? 'true' : null"
        [attr.aria-describedby]="decritPar()"
        (change)="emettre(liste.value || null)"
        (blur)="quitter()"
      >
        <option value="" [selected]="value() === null">{{ vide() }}</option>
        @for (groupe of groupes(); track groupe.nom) {
          @if (groupe.nom) {
            <optgroup [label]="groupe.nom">
              @for (option of groupe.options; track option.valeur) {
                <option [value]="option.valeur" [selected]="option.valeur === value()" [disabled]="option.desactivee">
                  {{ option.libelle }}
                </option>
              }
            </optgroup>
          } @else {
            @for (option of groupe.options; track option.valeur) {
              <option [value]="option.valeur" [selected]="option.valeur === value()" [disabled]="option.desactivee">
                {{ option.libelle }}
              </option>
            }
          }
        }
      </select>
    </co-champ>
  `,
})
export class Choix extends ChampBase<string | null> {
  readonly value = model<string | null>(null);
  readonly options = input.required<readonly Option[]>();
  /** The words of the empty entry. */
  readonly vide = input('Choisir…');

  protected readonly groupes = computed(() => {
    const noms = [...new Set(this.options().map((option) => option.groupe ?? ''))];
    return noms.map((nom) => ({ nom, options: this.options().filter((option) => (option.groupe ?? '') === nom) }));
  });

  protected normaliser(valeur: unknown): string | null {
    return valeur == null || valeur === '' ? null : String(valeur);
  }
}
