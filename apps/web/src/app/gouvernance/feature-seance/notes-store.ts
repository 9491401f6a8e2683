import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { SeanceLue } from '@coopilote/domain/gouvernance';
import { Reseau } from '../../platform/reseau';
import { SeanceApi } from '../data/seance-api';
import { NotesGardees } from '../data/seance-notes-gardees';
import { NotePartagee } from './note-partagee';

/** The notes of a séance: one shared text a point, opened when the point is first shown. */
@Injectable()
export class NotesStore {
  private readonly api = inject(SeanceApi);
  private readonly gardees = inject(NotesGardees);
  private readonly reseau = inject(Reseau);
  private reunionId = '';
  private readonly ouvertes = signal<ReadonlyMap<string, NotePartagee>>(new Map());

  /** Notes that the server refuses: their words stay on this device until somebody has read them. */
  readonly refusees = computed(() => [...this.ouvertes().values()].filter((note) => note.etat() === 'REFUSEE'));

  constructor() {
    effect(() => {
      if (this.reseau.enLigne()) untracked(() => void this.vider());
    });
    const partir = (): void => void this.vider();
    window.addEventListener('pagehide', partir);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('pagehide', partir);
      this.chacune((note) => note.fermer());
    });
  }

  /** Opens the meeting's notes, with what an earlier visit could not send. */
  demarrer(reunionId: string): void {
    this.reunionId = reunionId;
    const restes = this.gardees.lister(reunionId);
    for (const pointId of new Set(restes.map((lot) => lot.pointId))) {
      this.ouvrir(pointId).reprendre(restes.filter((lot) => lot.pointId === pointId));
    }
  }

  ouvrir(pointId: string): NotePartagee {
    const connue = this.ouvertes().get(pointId);
    if (connue) return connue;
    const note = new NotePartagee(this.reunionId, pointId, this.api, this.gardees);
    this.ouvertes.update((notes) => new Map(notes).set(pointId, note));
    void note.recevoir();
    return note;
  }

  /** The notes of a point once they are open here. */
  de(pointId: string): NotePartagee | null {
    return this.ouvertes().get(pointId) ?? null;
  }

  /** Sends every word that has not left yet. @returns true when the server has them all. */
  async vider(): Promise<boolean> {
    const notes = [...this.ouvertes().values()];
    await Promise.all(notes.map((note) => note.relancer()));
    return !notes.some((note) => note.enAttente());
  }

  /** Somebody wrote: read at once, if this point's notes are open here. */
  changee(pointId: string): void {
    void this.ouvertes().get(pointId)?.recevoir();
  }

  /** After a reading of the whole séance: catches up where an announcement was missed. */
  comparer(notes: SeanceLue['notes']): void {
    this.chacune((note) => {
      if (!note.enAttente() && (notes[note.pointId] ?? '') !== note.contenu()) void note.recevoir();
    });
  }

  /** Texts as they stand here, for the points that are open. */
  contenus(): Record<string, string> {
    return Object.fromEntries([...this.ouvertes()].map(([pointId, note]) => [pointId, note.contenu()]));
  }

  private chacune(faire: (note: NotePartagee) => void): void {
    for (const note of this.ouvertes().values()) faire(note);
  }
}
