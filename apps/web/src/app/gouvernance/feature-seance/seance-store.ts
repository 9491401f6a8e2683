import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  type DecisionLue,
  type PointLu,
  type ReunionLue,
  type SeanceLue,
  type TacheLue,
  manquesAvantCloture,
  pointSuivant,
} from '@coopilote/domain/gouvernance';
import { type Probleme, Toasts, versProbleme } from '@coopilote/ui';
import { type ChangementAnnonce, SeanceDirect } from '../data/seance-direct';
import { SeanceApi } from '../data/seance-api';
import { Horloge } from './horloge';
import { NotesStore } from './notes-store';
import { uneALaFois } from './une-a-la-fois';

/** A meeting as it is held: read again at each announced change, written by the coordinator's acts. */
@Injectable()
export class SeanceStore {
  private readonly api = inject(SeanceApi);
  private readonly direct = inject(SeanceDirect);
  private readonly horloge = inject(Horloge);
  private readonly toasts = inject(Toasts);
  readonly notes = inject(NotesStore);

  readonly id = signal('');
  private readonly _seance = signal<SeanceLue | null>(null);
  private readonly _erreur = signal<Probleme | null>(null);
  private readonly _occupe = signal(false);
  /** Grows with each act: a reading that began before it tells of a past that the act has changed. */
  private generation = 0;

  readonly seance = this._seance.asReadonly();
  /** Why the séance could not be read, when nothing can be shown in its place. */
  readonly erreur = this._erreur.asReadonly();
  /** An act of the coordinator is under way. */
  readonly occupe = this._occupe.asReadonly();
  readonly reunion = computed(() => this._seance()?.reunion ?? null);
  readonly points = computed(() => [...(this.reunion()?.points ?? [])].sort((a, b) => a.ordre - b.ordre));
  readonly point = computed<PointLu | null>(() => {
    const pointId = this._seance()?.pointId;
    return this.points().find(({ id }) => id === pointId) ?? null;
  });
  readonly suivant = computed(() => pointSuivant(this.points(), this._seance()?.pointId ?? null));
  readonly ouverte = computed(() => this.reunion()?.etat === 'EN_SEANCE');
  private readonly operations = computed(() => new Set(this.reunion()?.operations));
  readonly anime = computed(() => this.operations().has('reunion.animer'));
  /** Decisions and tasks are written while the meeting is held. */
  readonly decide = computed(() => this.anime() && this.ouverte());
  readonly note = computed(() => this.ouverte() && (this.anime() || this.operations().has('reunion.noter')));
  readonly manques = computed(() => {
    const seance = this._seance();
    return seance ? manquesAvantCloture({ ...seance, notes: { ...seance.notes, ...this.notes.contenus() } }) : [];
  });

  readonly relire = uneALaFois(() => this.lire());

  constructor() {
    effect(() => {
      const id = this.id();
      if (!id) return;
      untracked(() => {
        this.notes.demarrer(id);
        this.direct.suivre(id);
        void this.relire();
      });
    });
    this.direct.changements.pipe(takeUntilDestroyed()).subscribe((change) => this.suivre(change));
  }

  prendrePoint(pointId: string | null): Promise<boolean> {
    return this.agir(async () => this.adopter(await this.api.prendrePoint(this.id(), pointId)));
  }

  changerEtat(vers: 'EN_SEANCE' | 'CLOSE'): Promise<boolean> {
    return this.agir(async () => {
      const version = this.reunion()?.version ?? 0;
      this.poserReunion(await this.api.changerEtat(this.id(), { vers, version }));
    });
  }

  /** An answer that holds the whole séance. */
  adopter(seance: SeanceLue): void {
    this.generation++;
    this._seance.set(seance);
  }

  poserReunion(reunion: ReunionLue): void {
    this.changer((seance) => ({ ...seance, reunion }));
  }

  poserDecision(decision: DecisionLue): void {
    this.changer((seance) => ({ ...seance, decisions: poser(seance.decisions, decision) }));
  }

  retirerDecision(id: string): void {
    this.changer((seance) => ({ ...seance, decisions: seance.decisions.filter((d) => d.id !== id) }));
  }

  poserTache(tache: TacheLue): void {
    this.changer((seance) => ({ ...seance, taches: poser(seance.taches, tache) }));
  }

  retirerTache(id: string): void {
    this.changer((seance) => ({ ...seance, taches: seance.taches.filter((t) => t.id !== id) }));
  }

  /** One act at a time; what is refused is said, and the séance read again. @returns true when it was done. */
  async agir(acte: () => Promise<void>): Promise<boolean> {
    if (this._occupe()) return false;
    this._occupe.set(true);
    try {
      await acte();
      return true;
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.toasts.erreur(probleme.message);
      if (!probleme.horsLigne) void this.relire();
      return false;
    } finally {
      this._occupe.set(false);
    }
  }

  private changer(faire: (seance: SeanceLue) => SeanceLue): void {
    this.generation++;
    this._seance.update((seance) => seance && faire(seance));
  }

  private suivre({ note, apresCoupure }: ChangementAnnonce): void {
    if (note) this.notes.changee(note);
    if (!note || apresCoupure) void this.relire();
  }

  private async lire(): Promise<void> {
    const generation = this.generation;
    const envoye = performance.now();
    try {
      const seance = await this.api.lire(this.id());
      this.horloge.caler(seance.maintenant, envoye, performance.now());
      this._erreur.set(null);
      // An act went through meanwhile: this answer may tell of before.
      if (generation !== this.generation) return void this.relire();
      this._seance.set(seance);
      this.notes.comparer(seance.notes);
    } catch (erreur) {
      this.constater(versProbleme(erreur));
    }
  }

  /** Without a network, what is on the screen stays there; a séance that is no longer open to this person goes away. */
  private constater(probleme: Probleme): void {
    const ferme = [403, 404].includes(probleme.statut);
    if (ferme) this._seance.set(null);
    if (ferme || !this._seance()) this._erreur.set(probleme);
    if (probleme.horsLigne) this.direct.perdre();
  }
}

function poser<T extends { id: string }>(liste: readonly T[], element: T): T[] {
  const connu = liste.some(({ id }) => id === element.id);
  return connu ? liste.map((autre) => (autre.id === element.id ? element : autre)) : [...liste, element];
}
