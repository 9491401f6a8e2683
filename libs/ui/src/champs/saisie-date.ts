import { Component, input, model } from '@angular/core';
import { Champ } from './champ';
import { ChampBase } from './champ-base';

/** A day, by the browser's own calendar. The value is 'YYYY-MM-DD', or null. */
@Component({
  selector: 'co-saisie-date',
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
      <input
        #saisie
        class="saisie saisie-date num"
        type="date"
        [id]="id()"
        [value]="value() ?? ''"
        [min]="min()"
        [max]="max()"
        [disabled]="desactive()"
        [attr.aria-required]="requis() || null"
        [attr.aria-invalid]="erreurMontree() ? 'true' : null"
        [attr.aria-describedby]="decritPar()"
        (input)="changer(saisie)"
        (blur)="finir(saisie)"
      />
    </co-champ>
  `,
})
export class SaisieDate extends ChampBase<string | null> {
  readonly value = model<string | null>(null);
  /** 'YYYY-MM-DD'. */
  readonly min = input('');
  readonly max = input('');

  protected normaliser(valeur: unknown): string | null {
    return typeof valeur === 'string' && valeur !== '' ? valeur.slice(0, 10) : null;
  }

  protected changer(saisie: HTMLInputElement): void {
    // A half-typed date reads '' in every browser: only `badInput` tells it from an emptied field.
    if (saisie.validity.badInput) return;
    this.signaler(null);
    this.emettre(saisie.value || null);
  }

  protected finir(saisie: HTMLInputElement): void {
    if (saisie.validity.badInput) this.signaler('Complétez la date\u00a0: jour, mois et année.');
    this.quitter();
  }

  private signaler(message: string | null): void {
    this.erreurLocale.set(message);
    this.champ()?.signalerIllisible(message);
  }
}
