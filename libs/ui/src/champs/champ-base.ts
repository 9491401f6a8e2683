import {
  Directive,
  ModelSignal,
  booleanAttribute,
  computed,
  effect,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { ChampDeFormulaire } from '../formulaire/formulaire-contrat';

/** One entry of a list; `valeur` is what is stored, `libelle` what is read. */
export interface Option {
  valeur: string;
  libelle: string;
  /** Heading under which `co-choix` files the entry. */
  groupe?: string;
  /** Second line, smaller. */
  detail?: string;
  desactivee?: boolean;
}

/** The HTML id of a field, from its path in the form: the error summary links to it. */
export function idDeChamp(nom: string): string {
  return `champ-${nom.replace(/[^\w-]+/g, '-')}`;
}

let compteur = 0;

/**
 * What every field of the kit shares. Two ways to use one:
 * `[champ]="formulaire.champ('intitule')"`, or `[(value)]` with `[erreur]` and `(quitte)`.
 */
@Directive()
export abstract class ChampBase<T> {
  abstract readonly value: ModelSignal<T>;

  readonly libelle = input.required<string>();
  readonly aide = input('');
  readonly erreur = input<string | null>(null);
  readonly requis = input(false, { transform: booleanAttribute });
  readonly desactive = input(false, { transform: booleanAttribute });
  /** Keeps the label for screen readers only: in a table's cell, whose heading already says it. */
  readonly libelleMasque = input(false, { transform: booleanAttribute });
  /** Path of the field; needed only without `champ`, for the error summary to link here. */
  readonly nom = input('');
  readonly champ = input<ChampDeFormulaire | null>(null);
  readonly quitte = output<void>();

  private readonly nomParDefaut = `sans-nom-${++compteur}`;
  protected readonly erreurLocale = signal<string | null>(null);

  readonly id = computed(() => idDeChamp(this.champ()?.nom ?? (this.nom() || this.nomParDefaut)));
  protected readonly erreurMontree = computed(() => this.erreurLocale() ?? this.champ()?.erreur() ?? this.erreur());
  protected readonly decritPar = computed(() => {
    const ids = [this.aide() && `${this.id()}-aide`, this.erreurMontree() && `${this.id()}-erreur`].filter(Boolean);
    return ids.length ? ids.join(' ') : null;
  });

  constructor() {
    effect(() => {
      const champ = this.champ();
      if (!champ) return;
      const valeur = this.normaliser(champ.valeur());
      untracked(() => this.value.set(valeur));
    });
  }

  /** Turns what the form holds (undefined and null included) into what the field shows. */
  protected abstract normaliser(valeur: unknown): T;

  protected emettre(valeur: T): void {
    this.value.set(valeur);
    this.champ()?.changer(valeur);
  }

  protected quitter(): void {
    this.champ()?.quitter();
    this.quitte.emit();
  }
}
