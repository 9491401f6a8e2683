import { Directive, type Signal, model, output, signal } from '@angular/core';
import { ChampBase } from './champ-base';

/** What the fields that take figures look like: a box, its unit beside it. */
export const CADRE_CHIFFRE = `
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
        [attr.inputmode]="entier() ? 'numeric' : 'decimal'"
        [value]="texte()"
        [disabled]="desactive()"
        [attr.aria-required]="requis() || null"
        [attr.aria-invalid]="erreurMontree() ? 'true' : null"
        [attr.aria-describedby]="decritPar()"
        (focus)="saisieEnCours.set(true)"
        (input)="lire($any($event.target).value)"
        (blur)="saisieEnCours.set(false); finir()"
      />
      @if (unite()) {
        <span class="unite">{{ unite() }}</span>
      }
    </span>
  </co-champ>
`;

/**
 * Figures typed the French way. A text that cannot be read stays on screen with how to mend it, and emits nothing: the last
 * readable value is kept, and `illisible` says so.
 */
@Directive()
export abstract class SaisieChiffree extends ChampBase<number | null> {
  readonly value = model<number | null>(null);
  readonly illisible = output<boolean>();
  protected readonly texte = signal('');
  protected readonly saisieEnCours = signal(false);
  protected abstract readonly unite: Signal<string>;
  protected abstract readonly grande: Signal<boolean>;
  protected abstract readonly entier: Signal<boolean>;

  protected abstract lire(texte: string): void;
  protected abstract finir(): void;

  protected normaliser(valeur: unknown): number | null {
    return typeof valeur === 'number' ? valeur : null;
  }

  protected signaler(message: string | null): void {
    if (this.erreurLocale() === message) return;
    this.erreurLocale.set(message);
    this.champ()?.signalerIllisible(message);
    this.illisible.emit(message !== null);
  }
}
