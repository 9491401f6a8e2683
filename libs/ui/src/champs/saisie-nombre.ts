import { Component, booleanAttribute, effect, input, model, output, signal, untracked } from '@angular/core';
import { formatNombre, lireNombre } from '../format/format';
import { Champ } from './champ';
import { ChampBase } from './champ-base';

/**
 * A number typed the French way: « 1 234,5 ». An unreadable text stays on screen with its message and emits nothing:
 * the last readable value is kept, and `illisible` says so.
 */
@Component({
  selector: 'co-saisie-nombre',
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
          [class.saisie-grande]="grande()"
          [id]="id()"
          [attr.inputmode]="decimales() === 0 ? 'numeric' : 'decimal'"
          [value]="texte()"
          [disabled]="desactive()"
          [attr.aria-required]="requis() || null"
          [attr.aria-invalid]="erreurMontree() ? 'true' : null"
          [attr.aria-describedby]="decritPar()"
          (focus)="saisieEnCours.set(true)"
          (input)="lire($any($event.target).value)"
          (blur)="finir()"
        />
        @if (unite()) {
          <span class="unite">{{ unite() }}</span>
        }
      </span>
    </co-champ>
  `,
})
export class SaisieNombre extends ChampBase<number | null> {
  readonly value = model<number | null>(null);
  /** Most decimals accepted; 0 for whole numbers. */
  readonly decimales = input<number | null>(null);
  readonly unite = input('');
  /** The large box of the report's indicators. */
  readonly grande = input(false, { transform: booleanAttribute });
  readonly illisible = output<boolean>();

  protected readonly texte = signal('');
  protected readonly saisieEnCours = signal(false);

  constructor() {
    super();
    effect(() => {
      const valeur = this.value();
      untracked(() => {
        const lue = lireNombre(this.texte());
        if (lue === undefined ? this.saisieEnCours() : lue === valeur) return;
        this.texte.set(valeur === null ? '' : formatNombre(valeur, undefined));
        this.signaler(null);
      });
    });
  }

  protected normaliser(valeur: unknown): number | null {
    return typeof valeur === 'number' ? valeur : null;
  }

  protected lire(texte: string): void {
    this.texte.set(texte);
    const lue = lireNombre(texte);
    if (lue === undefined || !this.assezRond(lue)) return;
    this.signaler(null);
    this.emettre(lue);
  }

  protected finir(): void {
    this.saisieEnCours.set(false);
    const lue = lireNombre(this.texte());
    if (lue === undefined) this.signaler('Écrivez un nombre, par exemple 1\u202f234,5.');
    else if (!this.assezRond(lue))
      this.signaler(this.decimales() === 0 ? 'Écrivez un nombre entier.' : `${this.decimales()} décimales au plus.`);
    else if (lue !== null) this.texte.set(formatNombre(lue, undefined));
    this.quitter();
  }

  private assezRond(valeur: number | null): boolean {
    const decimales = this.decimales();
    if (valeur === null || decimales === null) return true;
    return Number(valeur.toFixed(decimales)) === valeur;
  }

  private signaler(message: string | null): void {
    if (this.erreurLocale() === message) return;
    this.erreurLocale.set(message);
    this.champ()?.signalerIllisible(message);
    this.illisible.emit(message !== null);
  }
}
