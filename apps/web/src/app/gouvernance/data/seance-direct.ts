import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Subject } from 'rxjs';
import { Reseau } from '../../platform/reseau';

export type EtatDirect = 'EN_DIRECT' | 'RECONNEXION' | 'HORS_LIGNE';

/** What the server says has changed: the notes of a point, or (null) anything else. */
export interface ChangementAnnonce {
  note: string | null;
  /** First word after a connection: what was missed meanwhile is unknown, everything is read again. */
  apresCoupure: boolean;
}

/** Wait before a stream that the server closed is opened again, in milliseconds. */
const PREMIERE_RELANCE_MS = 1_000;
const DERNIERE_RELANCE_MS = 15_000;
/** A network can die without a word (Wi-Fi out of reach, a phone that slept): past this silence, the séance is read anyway. */
const SILENCE_MS = 45_000;

/** The live stream of a meeting: what changed, and where the connection stands. */
@Injectable()
export class SeanceDirect {
  private readonly reseau = inject(Reseau);
  private readonly id = signal('');
  private readonly branche = signal(false);
  private source: EventSource | null = null;
  private relance: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private echecs = 0;
  private premier = true;

  readonly changements = new Subject<ChangementAnnonce>();
  readonly etat = computed<EtatDirect>(() => {
    if (!this.reseau.enLigne()) return 'HORS_LIGNE';
    return this.branche() ? 'EN_DIRECT' : 'RECONNEXION';
  });

  constructor() {
    effect(() => {
      const id = this.id();
      const enLigne = this.reseau.enLigne();
      untracked(() => (id && enLigne ? this.brancher() : this.debrancher()));
    });
    const revenir = (): void => {
      // A phone that comes back from sleep: its stream may be dead, and its clock has jumped.
      if (document.visibilityState === 'visible' && this.id()) this.veiller();
    };
    document.addEventListener('visibilitychange', revenir);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', revenir);
      this.debrancher();
      this.changements.complete();
    });
  }

  suivre(reunionId: string): void {
    this.id.set(reunionId);
  }

  /** A reading did not reach the server: a stream that still looks open is dead. */
  perdre(): void {
    if (this.branche()) this.reprendre();
  }

  private brancher(): void {
    this.debrancher();
    this.premier = true;
    const source = new EventSource(`/api/reunions/${this.id()}/direct`);
    this.source = source;
    source.addEventListener('change', (evenement: MessageEvent<string>) => {
      this.echecs = 0;
      this.branche.set(true);
      this.armer();
      const { note } = JSON.parse(evenement.data) as { note: string | null };
      const apresCoupure = this.premier;
      this.premier = false;
      this.changements.next({ note, apresCoupure });
    });
    source.addEventListener('error', () => this.reprendre());
  }

  /** The browser tries again by itself after a cut, never after a refusal: one way for both, with a growing wait. */
  private reprendre(): void {
    this.debrancher();
    if (!this.reseau.enLigne()) return;
    const attente = Math.min(PREMIERE_RELANCE_MS * 2 ** this.echecs++, DERNIERE_RELANCE_MS);
    this.relance = setTimeout(() => this.brancher(), attente);
  }

  private debrancher(): void {
    clearTimeout(this.relance);
    clearTimeout(this.silence);
    this.source?.close();
    this.source = null;
    this.branche.set(false);
  }

  private armer(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.veiller(), SILENCE_MS);
  }

  private veiller(): void {
    this.armer();
    this.changements.next({ note: null, apresCoupure: true });
  }
}
