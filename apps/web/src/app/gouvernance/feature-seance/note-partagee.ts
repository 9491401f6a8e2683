import { signal } from '@angular/core';
import { TEXTE_PARTAGE } from '@coopilote/domain/gouvernance/notes';
import { type Probleme, versProbleme } from '@coopilote/ui';
import * as Y from 'yjs';
import type { SeanceApi } from '../data/seance-api';
import type { LotGarde, NotesGardees } from '../data/seance-notes-gardees';
import { deBase64, versBase64 } from './base64';
import { uneALaFois } from './une-a-la-fois';

export type EtatNote = 'A_JOUR' | 'EN_COURS' | 'HORS_LIGNE' | 'REFUSEE';

/** Letters typed within this time leave together, in milliseconds. */
const RAFALE_MS = 150;
const PREMIERE_RELANCE_MS = 2_000;
const DERNIERE_RELANCE_MS = 30_000;
/** Largest update sent at once, in characters of base64: the contract takes 200,000. */
const ENVOI_MAX = 150_000;

const DISTANT = Symbol('distant');

interface Lot extends Pick<LotGarde, 'cle' | 'miseAJour'> {
  octets: Uint8Array;
}

/**
 * The notes of one point, written by several people at once. What is typed here is kept on the device, sent, and forgotten
 * there once the server has it; an update that is sent twice changes nothing.
 */
export class NotePartagee {
  private readonly document = new Y.Doc();
  readonly texte = this.document.getText(TEXTE_PARTAGE);

  private lots: Lot[] = [];
  /** Batch that still grows; closed as soon as it is being sent. */
  private ouvert: Lot | null = null;
  private retenues: Uint8Array[] | null = null;
  private echecs = 0;
  private minuterie: ReturnType<typeof setTimeout> | undefined;

  private readonly _contenu = signal('');
  private readonly _etat = signal<EtatNote>('A_JOUR');
  private readonly _refus = signal<Probleme | null>(null);
  private readonly _gardee = signal(true);
  /** The text as it stands here. */
  readonly contenu = this._contenu.asReadonly();
  readonly etat = this._etat.asReadonly();
  readonly refus = this._refus.asReadonly();
  /** False when the browser keeps no copy: unsent words then live in this tab only. */
  readonly gardee = this._gardee.asReadonly();

  /** Reads what others wrote; asked for several times at once, it reads once more at the end. */
  readonly recevoir = uneALaFois(() => this.lire());
  private readonly envoyer = uneALaFois(() => this.vider());

  constructor(
    private readonly reunionId: string,
    readonly pointId: string,
    private readonly api: SeanceApi,
    private readonly gardees: NotesGardees,
  ) {
    this.document.on('update', (octets: Uint8Array, origine: unknown) => {
      this._contenu.set(this.texte.toString());
      if (origine !== DISTANT) this.noter(octets);
    });
  }

  /** Takes up batches that an earlier visit left on this device. */
  reprendre(lots: readonly LotGarde[]): void {
    for (const { cle, miseAJour } of lots) {
      const octets = deBase64(miseAJour);
      this.lots.push({ cle, miseAJour, octets });
      Y.applyUpdate(this.document, octets, DISTANT);
    }
    void this.relancer();
  }

  /** While letters are being composed in the box, what comes from others waits. */
  composer(enCours: boolean): void {
    if (enCours) this.retenues ??= [];
    else {
      const retenues = this.retenues ?? [];
      this.retenues = null;
      for (const octets of retenues) Y.applyUpdate(this.document, octets, DISTANT);
    }
  }

  /** Sends what is left, now: the network is back, the séance is being closed, or the page goes away. */
  async relancer(): Promise<void> {
    clearTimeout(this.minuterie);
    if (this.enAttente()) await this.envoyer();
  }

  enAttente(): boolean {
    return this.lots.length > 0 || this.ouvert !== null;
  }

  /** Gives up, knowingly, words that the server refuses. */
  abandonner(): void {
    for (const { cle, miseAJour } of this.lots) this.gardees.oublier(cle, miseAJour);
    this.lots = [];
    this._etat.set('A_JOUR');
    this._refus.set(null);
  }

  fermer(): void {
    void this.relancer();
  }

  private noter(octets: Uint8Array): void {
    const cle = this.ouvert?.cle ?? this.gardees.nouvelleCle(this.reunionId, this.pointId);
    const reunis = this.ouvert ? Y.mergeUpdates([this.ouvert.octets, octets]) : octets;
    this.ouvert = { cle, octets: reunis, miseAJour: versBase64(reunis) };
    this._gardee.set(this.gardees.garder(cle, this.ouvert.miseAJour));
    if (this._etat() === 'A_JOUR') this._etat.set('EN_COURS');
    if (this._etat() === 'EN_COURS') this.programmer(RAFALE_MS);
  }

  private programmer(ms: number): void {
    clearTimeout(this.minuterie);
    this.minuterie = setTimeout(() => void this.envoyer(), ms);
  }

  private async vider(): Promise<void> {
    while (this.enAttente()) {
      const lots = this.prochains();
      const miseAJour = lots.length === 1 && lots[0] ? lots[0].miseAJour : reunir(lots);
      try {
        this.appliquer((await this.api.ecrireNote(this.reunionId, this.pointId, miseAJour)).miseAJour);
      } catch (erreur) {
        return this.subir(versProbleme(erreur));
      }
      this.acquitter(lots);
    }
  }

  /** Closes the batch that grows, and takes the oldest ones that fit in one request. */
  private prochains(): Lot[] {
    if (this.ouvert) this.lots.push(this.ouvert);
    this.ouvert = null;
    let taille = 0;
    return this.lots.filter((lot, rang) => (taille += lot.miseAJour.length) <= ENVOI_MAX || rang === 0);
  }

  private acquitter(lots: readonly Lot[]): void {
    this.echecs = 0;
    this.lots = this.lots.filter((lot) => !lots.includes(lot));
    for (const { cle, miseAJour } of lots) this.gardees.oublier(cle, miseAJour);
    this._refus.set(null);
    this._etat.set(this.enAttente() ? 'EN_COURS' : 'A_JOUR');
  }

  private subir(probleme: Probleme): void {
    // Refused for what it is, not for want of a network or a session: sending it again would change nothing.
    if ([400, 403, 404, 409, 413, 422].includes(probleme.statut)) {
      this._refus.set(probleme);
      this._etat.set('REFUSEE');
      return;
    }
    this._etat.set('HORS_LIGNE');
    this.programmer(Math.min(PREMIERE_RELANCE_MS * 2 ** this.echecs++, DERNIERE_RELANCE_MS));
  }

  private async lire(): Promise<void> {
    try {
      const vecteur = versBase64(Y.encodeStateVector(this.document));
      this.appliquer((await this.api.lireNote(this.reunionId, this.pointId, vecteur)).miseAJour);
    } catch {
      // The stream says again what changed once the network is back.
    }
  }

  private appliquer(miseAJour: string | null): void {
    if (!miseAJour) return;
    const octets = deBase64(miseAJour);
    if (this.retenues) this.retenues.push(octets);
    else Y.applyUpdate(this.document, octets, DISTANT);
  }
}

function reunir(lots: readonly Lot[]): string {
  return versBase64(Y.mergeUpdates(lots.map(({ octets }) => octets)));
}
