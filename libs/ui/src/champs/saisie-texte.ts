import { Component, input, model, signal } from '@angular/core';
import { Champ } from './champ';
import { ChampBase } from './champ-base';

/** One line of text. */
@Component({
  selector: 'co-saisie-texte',
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
      <span class="saisie-cadre">
        <input
          class="saisie"
          [id]="id()"
          [type]="montre() ? 'text' : type()"
          [value]="value()"
          [disabled]="desactive()"
          [attr.autocomplete]="autocompletion() || null"
          [attr.inputmode]="clavier() || null"
          [attr.maxlength]="longueurMax() || null"
          [attr.spellcheck]="type() === 'text' ? null : 'false'"
          [attr.aria-required]="requis() || null"
          [attr.aria-invalid]="erreurMontree() ? 'true' : null"
          [attr.aria-describedby]="decritPar()"
          (input)="emettre($any($event.target).value)"
          (blur)="quitter()"
        />
        @if (type() === 'password') {
          <button
            type="button"
            class="saisie-montrer"
            [attr.aria-pressed]="montre()"
            [attr.aria-controls]="id()"
            (click)="montre.set(!montre())"
          >
            {{ montre() ? 'Cacher' : 'Montrer' }}<span class="masque"> le mot de passe</span>
          </button>
        }
      </span>
    </co-champ>
  `,
})
export class SaisieTexte extends ChampBase<string> {
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'password' | 'tel' | 'url' | 'search'>('text');
  /** The HTML `autocomplete` token (RGAA 11.13), such as `email` or `current-password`. */
  readonly autocompletion = input('');
  readonly clavier = input<'' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url'>('');
  readonly longueurMax = input(0);
  protected readonly montre = signal(false);

  protected normaliser(valeur: unknown): string {
    return valeur == null ? '' : String(valeur);
  }
}
