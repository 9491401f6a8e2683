import { Component, input, model } from '@angular/core';
import { Champ } from './champ';
import { ChampBase } from './champ-base';

/** A day and an hour of a wall clock, by the browser's own control. The value is 'YYYY-MM-DDTHH:MM', or null. */
@Component({
  selector: 'co-saisie-moment',
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
        class="saisie saisie-moment num"
        type="datetime-local"
        step="300"
        [id]="id()"
        [value]="value() ?? ''"
        [min]="min()"
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
export class SaisieMoment extends ChampBase<string | null> {
  readonly value = model<string | null>(null);
  /** 'YYYY-MM-DDTHH:MM'. */
  readonly min = input('');

  protected normaliser(valeur: unknown): string | null {
    return typeof valeur === 'string' && valeur !== '' ? valeur.slice(0, 16) : null;
  }

  protected changer(saisie: HTMLInputElement): void {
    // Half typed, it reads '' in every browser: only `badInput` tells it from an emptied field.
    if (saisie.validity.badInput) return;
    this.signaler(null);
    this.emettre(saisie.value.slice(0, 16) || null);
  }

  protected finir(saisie: HTMLInputElement): void {
    if (saisie.validity.badInput) this.signaler('Complétez la date et l’heure.');
    this.quitter();
  }

  private signaler(message: string | null): void {
    this.erreurLocale.set(message);
    this.champ()?.signalerIllisible(message);
  }
}
