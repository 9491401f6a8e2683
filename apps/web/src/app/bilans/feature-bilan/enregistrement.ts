import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { BilanLu, BrouillonEnregistre } from '@coopilote/domain/bilans/bilan.contract';
import type { ContenuBilan } from '@coopilote/domain/bilans/bilan.rules';
import { Probleme, versProbleme } from '@coopilote/ui';
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
import { Reseau } from '../../platform/reseau';
import { BilansApi } from '../data/bilans-api';
import { BrouillonsLocaux } from '../data/brouillons-locaux';
import { normaliser } from '../modele/elements';

export type EtatEnregistrement = 'ENREGISTRE' | 'EN_COURS' | 'HORS_LIGNE' | 'CONFLIT' | 'REFUSE';

/** The report as someone else wrote it while it was being typed here. */
export interface Conflit {
  leur: BilanLu;
  /** What both started from: tells who changed what. */
  base: ContenuBilan;
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
@Injectable()
export class Enregistrement {
  private readonly api = inject(BilansApi);
  private readonly locaux = inject(BrouillonsLocaux);
  private readonly reseau = inject(Reseau);

  private id = '';
  private indicateurs: BilanLu['indicateurs'] = [];
  private acquis: ContenuBilan = { reponses: {}, valeurs: [] };
  private affiche: ContenuBilan = this.acquis;
  private envoyable: ContenuBilan = this.acquis;
  /** Contents sent whose answer never came: the server may have any of them, and they are this person's own. */
  private incertains: readonly ContenuBilan[] = [];
  private echecs = 0;

  private readonly tape = new Subject<void>();
  private readonly maintenant = new Subject<void>();
  private readonly fini = new Subject<void>();
  private readonly relance = new Subject<number>();

  private readonly _etat = signal<EtatEnregistrement>('ENREGISTRE');
  private readonly _le = signal<string | null>(null);
  private readonly _conflit = signal<Conflit | null>(null);
  private readonly _refus = signal<{ probleme: Probleme; envoye: ContenuBilan } | null>(null);
  private readonly _gardeLocale = signal(true);
  private readonly _acquitte = signal<ContenuBilan>(this.acquis);
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
  readonly acquitte = this._acquitte.asReadonly();
  /** Version to send with the next request. */
  readonly version = this._version.asReadonly();

  constructor() {
    const retourReseau = toObservable(this.reseau.enLigne).pipe(filter((enLigne) => enLigne && this.attendReseau()));
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

  /**
   * Starts on a report that was just read.
   * @returns the content found on this device, to be shown instead of the server's; null when there is none.
   */
  demarrer(bilan: BilanLu): { contenu: ContenuBilan; le: string } | null {
    this.id = bilan.id;
    this.indicateurs = bilan.indicateurs;
    const serveur = normaliser(bilan.contenu, bilan.indicateurs);
    this.adopter(serveur, bilan.version, bilan.enregistreLe);
    this.affiche = this.envoyable = serveur;
    const local = this.locaux.lire(bilan.id);
    if (!local) return null;
    const mien = normaliser(local.contenu, bilan.indicateurs);
    const base = normaliser(local.base, bilan.indicateurs);
    if (memes(mien, serveur) || memes(mien, base)) {
      this.locaux.effacer(bilan.id);
      return null;
    }
    // The version may have moved without the content (state, validation): only words are compared.
    const envoyes = local.envoyes.map((envoye) => normaliser(envoye, bilan.indicateurs));
    if (![base, ...envoyes].some((connu) => memes(connu, serveur))) {
      this.adopter(base, local.version, bilan.enregistreLe);
      this.ouvrirConflit({ leur: bilan, base });
    }
    return { contenu: local.contenu, le: local.le };
  }

  /**
   * Takes note of what is on the screen, on the device at once and on the server soon.
   * @param envoyable the content without what the API would refuse, so that one wrong figure holds nothing else back.
   */
  noter(affiche: ContenuBilan, envoyable: ContenuBilan): void {
    this.affiche = normaliser(affiche, this.indicateurs);
    this.envoyable = normaliser(envoyable, this.indicateurs);
    if (memes(this.affiche, this.acquis)) this.locaux.effacer(this.id);
    else this._gardeLocale.set(this.garderCopie());
    if (!this.propre()) this.tape.next();
    else if (this._etat() === 'REFUSE') this.oublierRefus();
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
  resoudre(choisi: ContenuBilan): void {
    const conflit = this._conflit();
    if (!conflit) return;
    this._conflit.set(null);
    this._etat.set('ENREGISTRE');
    const { leur } = conflit;
    this.adopter(normaliser(leur.contenu, leur.indicateurs), leur.version, leur.enregistreLe);
    this.noter(choisi, choisi);
    this.sansAttendre();
  }

  private tenter(): Observable<unknown> {
    if (this.propre() || this._conflit()) {
      this.fini.next();
      return EMPTY;
    }
    const envoye = this.envoyable;
    this._etat.set('EN_COURS');
    this.incertains = [...this.incertains.filter((connu) => !memes(connu, envoye)), envoye];
    this._gardeLocale.set(this.garderCopie());
    return this.api.enregistrer(this.id, { version: this.version(), ...envoye }).pipe(
      timeout(PATIENCE_MS),
      tap((recu) => this.acquitter(envoye, recu)),
      catchError((erreur: unknown) => this.subir(erreur, envoye)),
      finalize(() => this.fini.next()),
    );
  }

  private acquitter(envoye: ContenuBilan, recu: Pick<BrouillonEnregistre, 'version' | 'enregistreLe'>): void {
    this.echecs = 0;
    this.incertains = [];
    this.adopter(envoye, recu.version, recu.enregistreLe);
    this.oublierRefus();
    if (memes(this.affiche, envoye)) this.locaux.effacer(this.id);
    else this._gardeLocale.set(this.garderCopie());
    if (!this.propre()) this.tape.next();
  }

  private subir(erreur: unknown, envoye: ContenuBilan): Observable<unknown> {
    const probleme = erreur instanceof TimeoutError ? null : versProbleme(erreur);
    if (probleme?.statut === 409) return this.confronter(envoye);
    if (probleme && [403, 404, 422].includes(probleme.statut)) {
      this.incertains = this.incertains.filter((connu) => connu !== envoye);
      this._refus.set({ probleme, envoye });
      this._etat.set('REFUSE');
    } else this.attendre();
    return EMPTY;
  }

  /** The report was written elsewhere, or our own saving was acknowledged on a network that failed: the words tell. */
  private confronter(envoye: ContenuBilan): Observable<unknown> {
    return this.api.lire(this.id).pipe(
      map((leur) => {
        const serveur = normaliser(leur.contenu, leur.indicateurs);
        if (leur.modifiable && memes(serveur, envoye)) return this.acquitter(envoye, leur);
        if (leur.modifiable && [this.acquis, ...this.incertains].some((connu) => memes(connu, serveur))) {
          this.adopter(serveur, leur.version, leur.enregistreLe);
          this._etat.set('ENREGISTRE');
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

  private ouvrirConflit(conflit: Conflit): void {
    this._conflit.set(conflit);
    this._etat.set('CONFLIT');
  }

  private attendre(): void {
    this._etat.set('HORS_LIGNE');
    this.relance.next(Math.min(PREMIERE_RELANCE_MS * 2 ** this.echecs++, DERNIERE_RELANCE_MS));
  }

  private adopter(contenu: ContenuBilan, version: number, le: string): void {
    this.acquis = contenu;
    this._version.set(version);
    this._le.set(le);
    this._acquitte.set(contenu);
  }

  private garderCopie(): boolean {
    return this.locaux.garder(this.id, {
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

function memes(a: ContenuBilan, b: ContenuBilan): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
