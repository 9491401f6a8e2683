import { DestroyRef, Signal, assertInInjectionContext, computed, inject, signal } from '@angular/core';
import type { Classe } from '@coopilote/domain/commun/champs';
import { lireContrat } from '@coopilote/domain/commun/valider';
import { ecrireChemin, lireChemin } from './chemins';
import { ErreurDeChamp, Probleme, versProbleme } from './probleme';
import { EVENEMENT_SESSION_EXPIREE } from './session-expiree';

/** What a field of the kit needs of its form: give it with `[champ]="formulaire.champ('intitule')"`. */
export interface ChampDeFormulaire {
  readonly nom: string;
  readonly valeur: Signal<unknown>;
  readonly erreur: Signal<string | null>;
  changer(valeur: unknown): void;
  quitter(): void;
  /** Says that what is on screen cannot be read (« 12x » in a number): the form is then not sent. Null: readable again. */
  signalerIllisible(message: string | null): void;
}

/** A field of T, or a path that starts with one: `previsions.0.valeur`. */
export type CheminDe<T> = (keyof T & string) | `${keyof T & string}.${string}`;

export interface OptionsDeFormulaire<T> {
  /** Key under which what was typed is kept if the session expires, and found again; none: nothing is kept (passwords). */
  brouillon?: string;
  /** What the contract leaves free and this form asks for: field → message. It may read signals. */
  exiger?(valeur: T): Readonly<Record<string, string>>;
}

/**
 * A form whose truth is a class-validator contract of `@coopilote/domain`.
 * Errors show once a field was left or the form was sent, never while typing. What was typed stays after a failure.
 * Create it as a field of a component: it needs an injection context.
 */
export class FormulaireContrat<T extends object> {
  private readonly interne: ReturnType<typeof signal<T>>;
  private readonly quittes = signal<ReadonlySet<string>>(new Set());
  private readonly illisibles = signal<Readonly<Record<string, string>>>({});
  private readonly duServeur = signal<readonly ErreurDeChamp[]>([]);
  private readonly envoye = signal(false);
  private readonly champs = new Map<string, ChampDeFormulaire>();
  private initiale: T;

  private readonly _occupe = signal(false);
  private readonly _probleme = signal<Probleme | null>(null);
  private readonly _echecs = signal(0);

  readonly valeur: Signal<T>;
  /** True while `soumettre` waits for the server. */
  readonly occupe = this._occupe.asReadonly();
  /** The refusal of the last sending, when it is not about fields alone. */
  readonly probleme = this._probleme.asReadonly();
  /** Counts the refused sendings: the error summary takes the focus at each. */
  readonly echecs = this._echecs.asReadonly();
  /** True when typed work was found again after an expired session. */
  readonly restaure: boolean;
  readonly modifie: Signal<boolean>;

  constructor(
    private readonly contrat: Classe<T>,
    initiale: T,
    private readonly options: OptionsDeFormulaire<T> = {},
  ) {
    assertInInjectionContext(FormulaireContrat);
    const brouillon = this.reprendreBrouillon();
    this.initiale = initiale;
    this.restaure = brouillon !== null;
    this.interne = signal(brouillon ?? initiale);
    this.valeur = this.interne.asReadonly();
    this.modifie = computed(() => JSON.stringify(this.interne()) !== JSON.stringify(this.initiale));
    if (options.brouillon) {
      const garder = () => this.garderBrouillon();
      window.addEventListener(EVENEMENT_SESSION_EXPIREE, garder);
      inject(DestroyRef).onDestroy(() => window.removeEventListener(EVENEMENT_SESSION_EXPIREE, garder));
    }
  }

  /** The server's refusals, the contract's, the form's own, then the unreadable texts: one message a field. */
  private readonly erreursPresentes = computed<ReadonlyMap<string, string>>(() => {
    const trouvees = new Map<string, string>();
    for (const { champ, message } of this.duServeur()) trouvees.set(champ, message);
    for (const { champ, message } of lireContrat(this.contrat, this.interne()).erreurs) trouvees.set(champ, message);
    for (const [champ, message] of Object.entries(this.options.exiger?.(this.interne()) ?? {}))
      if (!trouvees.has(champ)) trouvees.set(champ, message);
    for (const [champ, message] of Object.entries(this.illisibles())) trouvees.set(champ, message);
    return trouvees;
  });

  /** Links a field of the kit to a field of the contract. The same object comes back for the same path. */
  champ(chemin: CheminDe<T>): ChampDeFormulaire {
    const connu = this.champs.get(chemin);
    if (connu) return connu;
    const champ: ChampDeFormulaire = {
      nom: chemin,
      valeur: computed(() => lireChemin(this.interne(), chemin)),
      erreur: computed(() => this.erreur(chemin)),
      changer: (valeur) => this.changer(chemin, valeur),
      quitter: () => this.quitter(chemin),
      signalerIllisible: (message) => this.signalerIllisible(chemin, message),
    };
    this.champs.set(chemin, champ);
    return champ;
  }

  /** Replaces one field; the server's refusal of it (and of what it holds) is then forgotten. */
  changer(chemin: CheminDe<T>, valeur: unknown): void {
    if (Object.is(lireChemin(this.interne(), chemin), valeur)) return;
    this.interne.update((courante) => ecrireChemin(courante, chemin, valeur));
    this.duServeur.update((erreurs) =>
      erreurs.filter(({ champ }) => champ !== chemin && !champ.startsWith(`${chemin}.`)),
    );
  }

  /** Starts again from a value, as when the server's version arrives. */
  reinitialiser(valeur: T): void {
    this.initiale = valeur;
    this.interne.set(valeur);
    this.quittes.set(new Set());
    this.illisibles.set({});
    this.duServeur.set([]);
    this.envoye.set(false);
    this._probleme.set(null);
  }

  quitter(chemin: CheminDe<T>): void {
    this.quittes.update((connus) => new Set(connus).add(chemin));
  }

  /** The message to show under a field, or null. */
  erreur(chemin: CheminDe<T>): string | null {
    const montree =
      this.envoye() || this.quittes().has(chemin) || this.duServeur().some(({ champ }) => champ === chemin);
    return montree ? (this.erreursPresentes().get(chemin) ?? null) : null;
  }

  /** Every refusal, in the contract's order, for the summary. */
  toutesLesErreurs(): readonly ErreurDeChamp[] {
    return this.envoye() ? [...this.erreursPresentes()].map(([champ, message]) => ({ champ, message })) : [];
  }

  valide(): boolean {
    return this.erreursPresentes().size === 0;
  }

  /**
   * Validates, then calls `envoyer` with the value. Nothing typed is lost on refusal: the server's messages join their fields.
   * @returns what `envoyer` returned, or undefined when the form was refused here or there.
   */
  async soumettre<R>(envoyer: (valeur: T) => Promise<R>): Promise<R | undefined> {
    if (this._occupe()) return undefined;
    this.envoye.set(true);
    this._probleme.set(null);
    this.duServeur.set([]);
    if (!this.valide()) return this.refuser();
    this._occupe.set(true);
    try {
      const resultat = await envoyer(this.interne());
      this.initiale = this.interne();
      this.envoye.set(false);
      this.quittes.set(new Set());
      return resultat;
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.duServeur.set(probleme.erreurs);
      this._probleme.set(probleme.erreurs.length ? null : probleme);
      return this.refuser();
    } finally {
      this._occupe.set(false);
    }
  }

  private refuser(): undefined {
    this._echecs.update((nombre) => nombre + 1);
    return undefined;
  }

  private signalerIllisible(chemin: string, message: string | null): void {
    this.illisibles.update((connus) => {
      const { [chemin]: _ancien, ...autres } = connus;
      return message === null ? autres : { ...autres, [chemin]: message };
    });
  }

  private garderBrouillon(): void {
    if (this.modifie()) sessionStorage.setItem(this.cleDeBrouillon(), JSON.stringify(this.interne()));
  }

  private reprendreBrouillon(): T | null {
    if (!this.options.brouillon) return null;
    const garde = sessionStorage.getItem(this.cleDeBrouillon());
    sessionStorage.removeItem(this.cleDeBrouillon());
    return garde === null ? null : (JSON.parse(garde) as T);
  }

  private cleDeBrouillon(): string {
    return `coopilote.brouillon.${this.options.brouillon}`;
  }
}
