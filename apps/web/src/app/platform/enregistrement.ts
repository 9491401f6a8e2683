import { DestroyRef, type Signal, type WritableSignal, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { EtatDuBrouillon } from '@coopilote/ui/affichage/etat-brouillon';
import { Probleme, versProbleme } from '@coopilote/ui/formulaire/probleme';
import {
  EMPTY,
  type Observable,
  Subject,
  TimeoutError,
  catchError,
  concatMap,
  debounceTime,
  defer,
  filter,
  finalize,
  firstValueFrom,
  map,
  merge,
  of,
  switchMap,
  take,
  tap,
  timeout,
  timer,
} from 'rxjs';
import { CopiesLocales } from './copies-locales';
import { Reseau } from './reseau';

/** What was read of a draft. */
export interface LuEnregistrable {
  id: string;
  version: number;
  /** False once it can no longer be written: sent, validated. */
  modifiable: boolean;
  enregistreLe?: string;
}
type Recu = Pick<LuEnregistrable, 'version' | 'enregistreLe'>;

/** The draft as someone else wrote it while it was being typed here. */
export interface ConflitDeBrouillon<L, C> {
  leur: L;
  /** What both started from: tells who changed what. */
  base: C;
}

/** Silence after the last key before a draft leaves, in milliseconds. */
const SILENCE_MS = 800;
/** A request without an answer is a lost network, in milliseconds. */
const PATIENCE_MS = 20_000;
const PREMIERE_RELANCE_MS = 2_000;
const DERNIERE_RELANCE_MS = 60_000;

/**
 * Sends a draft as it is typed: one request at a time, always the whole content, and a copy on the device until the server
 * has acknowledged it. What the server refuses or cannot receive stays on the device and on the screen.
 */
export abstract class Enregistrement<L extends LuEnregistrable, C extends object> {
  private readonly copies = inject(CopiesLocales);
  private readonly reseau = inject(Reseau);

  private lu: L | null = null;
  private acquis: C;
  private affiche: C;
  private envoyable: C;
  /** Contents sent whose answer never came: the server may have any of them, and they are this person's own. */
  private incertains: readonly C[] = [];
  private echecs = 0;

  private readonly tape = new Subject<void>();
  private readonly maintenant = new Subject<void>();
  private readonly fini = new Subject<void>();
  private readonly relance = new Subject<number>();

  private readonly _etat = signal<EtatDuBrouillon>('ENREGISTRE');
  private readonly _le = signal<string | null>(null);
  private readonly _conflit = signal<ConflitDeBrouillon<L, C> | null>(null);
  private readonly _refus = signal<{ probleme: Probleme; envoye: C } | null>(null);
  private readonly _gardeLocale = signal(true);
  private readonly _acquitte: WritableSignal<C>;
  private readonly _version = signal(0);

  readonly etat = this._etat.asReadonly();
  /** ISO instant of the last acknowledged saving. */
  readonly le = this._le.asReadonly();
  readonly conflit = this._conflit.asReadonly();
  /** The last refusal of the content (422) or of the person (403, 404). */
  readonly refus = this._refus.asReadonly();
  /** False when the browser keeps no copy: then an unsaved draft lives in this tab only. */
  readonly gardeLocale = this._gardeLocale.asReadonly();
  /** What the server has. */
  readonly acquitte: Signal<C>;
  /** Version to send with the next request. */
  readonly version = this._version.asReadonly();

  /**
   * @param genre kind of draft, under which its copies are kept.
   * @param vide what is shown before the first reading.
   */
  protected constructor(
    private readonly genre: string,
    vide: C,
  ) {
    this.acquis = this.affiche = this.envoyable = vide;
    this._acquitte = signal(vide);
    this.acquitte = this._acquitte.asReadonly();
    const retourReseau = toObservable(this.reseau.joignable).pipe(filter((la) => la && this.attendReseau()));
    const relances = this.relance.pipe(
      switchMap((ms) => merge(timer(ms), retourReseau).pipe(take(1))),
      takeUntilDestroyed(),
    );
    merge(this.tape.pipe(debounceTime(SILENCE_MS)), this.maintenant, relances)
      .pipe(concatMap(() => defer(() => this.tenter())))
      .subscribe();
    inject(DestroyRef).onDestroy(() => {
      // The last words leave with the page; the request in flight goes to its end.
      if (!this.attendReseau()) this.maintenant.next();
      this.tape.complete();
      this.maintenant.complete();
      this.relance.complete();
    });
  }

  /** The content in the one shape that compares. */
  protected abstract normaliser(contenu: C, lu: L): C;
  protected abstract contenuDe(lu: L): C;
  protected abstract relire(lu: L): Observable<L>;
  /** Sends the whole content over a version; a 409 opens the comparison. */
  protected abstract envoyer(lu: L, contenu: C, version: number): Observable<Recu>;

  /**
   * Starts on a draft that was just read.
   * @returns the content found on this device, to be shown instead of the server's; null when there is none.
   */
  demarrer(lu: L): { contenu: C; le: string } | null {
    this.lu = lu;
    const serveur = this.normaliser(this.contenuDe(lu), lu);
    this.adopter(serveur, lu.version, lu.enregistreLe ?? null);
    this.affiche = this.envoyable = serveur;
    const copie = this.copies.lire<C>(this.genre, lu.id);
    if (!copie) return null;
    const mien = this.normaliser(copie.contenu, lu);
    const base = this.normaliser(copie.base, lu);
    if (memes(mien, serveur) || memes(mien, base)) {
      this.copies.effacer(this.genre, lu.id);
      return null;
    }
    // The version may have moved without the content (state, validation): only words are compared.
    const envoyes = copie.envoyes.map((envoye) => this.normaliser(envoye, lu));
    if (![base, ...envoyes].some((connu) => memes(connu, serveur))) {
      this.adopter(base, copie.version, lu.enregistreLe ?? null);
      this.ouvrirConflit({ leur: lu, base });
    }
    return { contenu: copie.contenu, le: copie.le };
  }

  /**
   * Takes note of what is on the screen, on the device at once and on the server soon.
   * @param envoyable the content without what the API would refuse, so that one wrong figure holds nothing else back.
   */
  noter(affiche: C, envoyable: C): void {
    const { lu } = this;
    if (!lu) return;
    this.affiche = this.normaliser(affiche, lu);
    this.envoyable = this.normaliser(envoyable, lu);
    if (memes(this.affiche, this.acquis)) this.copies.effacer(this.genre, lu.id);
    else this._gardeLocale.set(this.garderCopie());
    if (!this.propre()) this.retaper();
    else if (this._etat() === 'REFUSE' || !this.incertains.length) this.revenir();
  }

  sansAttendre(): void {
    if (!this.propre()) this.maintenant.next();
  }

  /** Sends what is left. @returns true when the server has everything that can be sent. */
  async vider(): Promise<boolean> {
    const fin = firstValueFrom(this.fini.pipe(filter(() => this.propre() || this.bloque())), {
      defaultValue: undefined,
    });
    this.maintenant.next();
    await fin;
    return this.propre();
  }

  /** After the comparison: the chosen content replaces both, over the other's version. */
  resoudre(choisi: C): void {
    const conflit = this._conflit();
    if (!conflit) return;
    this._conflit.set(null);
    this._etat.set('ENREGISTRE');
    const { leur } = conflit;
    this.adopter(this.normaliser(this.contenuDe(leur), leur), leur.version, leur.enregistreLe ?? this._le());
    this.noter(choisi, choisi);
    this.sansAttendre();
  }

  private tenter(): Observable<unknown> {
    const { lu } = this;
    if (!lu || this.propre() || this._conflit()) {
      this.fini.next();
      return EMPTY;
    }
    const envoye = this.envoyable;
    this._etat.set('EN_COURS');
    this.incertains = [...this.incertains.filter((connu) => !memes(connu, envoye)), envoye];
    this._gardeLocale.set(this.garderCopie());
    return this.envoyer(lu, envoye, this.version()).pipe(
      timeout(PATIENCE_MS),
      tap((recu) => this.acquitter(lu, envoye, recu)),
      catchError((erreur: unknown) => this.subir(lu, erreur, envoye)),
      finalize(() => this.fini.next()),
    );
  }

  private acquitter(lu: L, envoye: C, recu: Recu): void {
    this.echecs = 0;
    this.incertains = [];
    this.adopter(envoye, recu.version, recu.enregistreLe ?? new Date().toISOString());
    this.oublierRefus();
    if (memes(this.affiche, envoye)) this.copies.effacer(this.genre, lu.id);
    else this._gardeLocale.set(this.garderCopie());
    if (!this.propre()) this.retaper();
  }

  /** What was typed leaves soon: from now on, nothing says that all is saved. */
  private retaper(): void {
    if (this._etat() === 'ENREGISTRE') this._etat.set('EN_COURS');
    this.tape.next();
  }

  /** The content is again what the server has. */
  private revenir(): void {
    if (this._etat() === 'REFUSE') this.oublierRefus();
    else if (this._etat() === 'EN_COURS') this._etat.set('ENREGISTRE');
  }

  private subir(lu: L, erreur: unknown, envoye: C): Observable<unknown> {
    const probleme = erreur instanceof TimeoutError ? null : versProbleme(erreur);
    if (probleme?.statut === 409) return this.confronter(lu, envoye);
    if (probleme && [403, 404, 422].includes(probleme.statut)) {
      this.incertains = this.incertains.filter((connu) => connu !== envoye);
      this._refus.set({ probleme, envoye });
      this._etat.set('REFUSE');
    } else this.attendre();
    return EMPTY;
  }

  /** The draft was written elsewhere, or our own saving was acknowledged on a network that failed: the words tell. */
  private confronter(lu: L, envoye: C): Observable<unknown> {
    return this.relire(lu).pipe(
      map((leur) => {
        const serveur = this.normaliser(this.contenuDe(leur), leur);
        if (leur.modifiable && memes(serveur, envoye)) return this.acquitter(lu, envoye, leur);
        if (leur.modifiable && [this.acquis, ...this.incertains].some((connu) => memes(connu, serveur))) {
          this.adopter(serveur, leur.version, leur.enregistreLe ?? null);
          this._etat.set('EN_COURS');
          return this.tape.next();
        }
        return this.ouvrirConflit({ leur, base: this.acquis });
      }),
      catchError(() => of(this.attendre())),
    );
  }

  private oublierRefus(): void {
    this._refus.set(null);
    this._etat.set('ENREGISTRE');
  }

  private ouvrirConflit(conflit: ConflitDeBrouillon<L, C>): void {
    this._conflit.set(conflit);
    this._etat.set('CONFLIT');
  }

  private attendre(): void {
    this._etat.set('HORS_LIGNE');
    this.relance.next(Math.min(PREMIERE_RELANCE_MS * 2 ** this.echecs++, DERNIERE_RELANCE_MS));
  }

  private adopter(contenu: C, version: number, le: string | null): void {
    this.acquis = contenu;
    this._version.set(version);
    this._le.set(le);
    this._acquitte.set(contenu);
  }

  private garderCopie(): boolean {
    if (!this.lu) return false;
    return this.copies.garder(this.genre, this.lu.id, {
      version: this.version(),
      base: this.acquis,
      contenu: this.affiche,
      envoyes: this.incertains,
      le: new Date().toISOString(),
    });
  }

  private propre(): boolean {
    return memes(this.envoyable, this.acquis);
  }

  private attendReseau(): boolean {
    return this._etat() === 'HORS_LIGNE';
  }

  private bloque(): boolean {
    return ['HORS_LIGNE', 'CONFLIT', 'REFUSE'].includes(this._etat());
  }
}

function memes(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
