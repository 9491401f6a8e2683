import { Component, effect, model, signal, untracked } from '@angular/core';
import { ecrireMontant, lireMontant } from '@coopilote/domain/commun/montant';
import { Champ } from './champ';
import { ChampBase } from './champ-base';

/**
 * An amount in euros typed the French way, « 1 234,56 »; its value is in cents. A text that cannot be read stays on screen
 * with how to mend it, and emits nothing.
 */
@Component({
  selector: 'co-saisie-montant',
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
      <span class="saisie-unite">
        <input
          class="saisie saisie-nombre num"
          type="text"
          autocomplete="off"
          inputmode="decimal"
          [id]="id()"
          [value]="texte()"
          [disabled]="desactive()"
          [attr.aria-required]="requis() || null"
          [attr.aria-invalid]="erreurMontree() ? 'true' : null"
          [attr.aria-describedby]="decritPar()"
          (input)="lire($any($event.target).value)"
          (blur)="finir()"
        />
        <span class="unite">€</span>
      </span>
    </co-champ>
  `,
})
export class SaisieMontant extends ChampBase<number | null> {
  /** Cents. */
  readonly value = model<number | null>(null);
  protected readonly texte = signal('');

  constructor() {
    super();
    effect(() => {
      const valeur = this.value();
      untracked(() => {
        const lu = lireMontant(this.texte());
        if (lu.erreur !== undefined || lu.centimes === valeur) return;
        this.texte.set(valeur === null ? '' : ecrireMontant(valeur));
      });
    });
  }

  protected normaliser(valeur: unknown): number | null {
    return typeof valeur === 'number' ? valeur : null;
  }

  protected lire(texte: string): void {
    this.texte.set(texte);
    const lu = lireMontant(texte);
    if (lu.erreur !== undefined) return;
    this.signaler(null);
    this.emettre(lu.centimes);
  }

  protected finir(): void {
    const lu = lireMontant(this.texte());
    if (lu.erreur !== undefined) this.signaler(`${this.libelle()}\u00a0: ${lu.erreur}`);
    else if (lu.centimes !== null) this.texte.set(ecrireMontant(lu.centimes));
    this.quitter();
  }

  private signaler(message: string | null): void {
    if (this.erreurLocale() === message) return;
    this.erreurLocale.set(message);
    this.champ()?.signalerIllisible(message);
  }
}
