import { Component, booleanAttribute, computed, effect, input, untracked } from '@angular/core';
import { formatNombre, lireNombre } from '../format/format';
import { Champ } from './champ';
import { CADRE_CHIFFRE, SaisieChiffree } from './saisie-chiffree';

/** A number, « 1 234,5 ». */
@Component({ selector: 'co-saisie-nombre', imports: [Champ], template: CADRE_CHIFFRE })
export class SaisieNombre extends SaisieChiffree {
  /** Most decimals accepted; 0 for whole numbers. */
  readonly decimales = input<number | null>(null);
  readonly unite = input('');
  /** A year is not written « 2 026 ». */
  readonly sansGroupe = input(false, { transform: booleanAttribute });
  /** The large box of the report's indicators. */
  readonly grande = input(false, { transform: booleanAttribute });
  protected readonly entier = computed(() => this.decimales() === 0);

  constructor() {
    super();
    effect(() => {
      const valeur = this.value();
      untracked(() => {
        const lue = lireNombre(this.texte());
        if (lue === undefined ? this.saisieEnCours() : lue === valeur) return;
        this.texte.set(valeur === null ? '' : this.ecrire(valeur));
        this.signaler(null);
      });
    });
  }

  protected lire(texte: string): void {
    this.texte.set(texte);
    const lue = lireNombre(texte);
    if (lue === undefined || !this.assezRond(lue)) return;
    this.signaler(null);
    this.emettre(lue);
  }

  protected finir(): void {
    const lue = lireNombre(this.texte());
    if (lue === undefined) this.signaler('Écrivez un nombre, par exemple 1\u202f234,5.');
    else if (!this.assezRond(lue))
      this.signaler(this.entier() ? 'Écrivez un nombre entier.' : `${this.decimales()} décimales au plus.`);
    else if (lue !== null) this.texte.set(this.ecrire(lue));
    this.quitter();
  }

  private ecrire(valeur: number): string {
    return this.sansGroupe() ? String(valeur) : formatNombre(valeur, undefined);
  }

  private assezRond(valeur: number | null): boolean {
    const decimales = this.decimales();
    if (valeur === null || decimales === null) return true;
    return Number(valeur.toFixed(decimales)) === valeur;
  }
}
