import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal, untracked } from '@angular/core';
import {
  deplacer,
  dureeDite,
  propositionsRestantes,
  type PointSaisi,
  type PropositionPoint,
  type ReunionLue,
} from '@coopilote/domain/gouvernance';
import { versProbleme, type Difference, type Probleme } from '@coopilote/ui';
import { ReunionApi } from '../data/reunion-api';
import { ReunionStore } from '../data/reunion.store';
import { versPointEdite, versPointSaisi, type PointEdite } from '../ui/point-edite';

type Etat = 'repos' | 'enregistrement' | 'enregistre' | 'refuse' | 'conflit';

/**
 * The agenda as it is being written. Each act changes the page at once and is saved behind it, whole, one save at a time; what
 * the server refuses stays on the page.
 */
@Injectable()
export class OrdreDuJourStore {
  private readonly api = inject(ReunionApi);
  private readonly page = inject(ReunionStore);
  private enCours: Promise<void> | null = null;
  private aReprendre = false;

  private readonly _etat = signal<Etat>('repos');
  private readonly _refus = signal<Probleme | null>(null);
  private readonly actuelle = signal<ReunionLue | null>(null);
  readonly etat = this._etat.asReadonly();
  readonly refus = this._refus.asReadonly();

  /** Follows the meeting, except while something here is not saved yet. */
  private readonly _points = linkedSignal<readonly PointEdite[], readonly PointEdite[]>({
    source: () => (this.page.reunion()?.points ?? []).map(versPointEdite),
    computation: (lus, avant) => {
      if (!avant) return lus;
      return untracked(() => (this.enAttente() ? avant.value : reconnaitre(lus, avant.value)));
    },
  });
  readonly points = this._points.asReadonly();

  private readonly adresse = computed(() =>
    this.page.preparable() ? `/api/reunions/${this.page.id()}/propositions` : undefined,
  );
  private readonly proposees = httpResource<PropositionPoint[]>(() => this.adresse());
  readonly propositions = computed(() => {
    const proposees = this.proposees.hasValue() ? this.proposees.value() : [];
    return propositionsRestantes(
      proposees,
      this.points().map(({ cle }) => ({ cle: cle ?? null })),
    );
  });
  readonly propositionsLues = computed(() => this.proposees.hasValue());
  readonly propositionsRefusees = this.proposees.error;

  /** Both agendas, when somebody saved another one first. */
  readonly differences = computed<readonly Difference[] | null>(() => {
    const actuelle = this.actuelle();
    if (!actuelle) return null;
    const libelle = 'Ordre du jour';
    return [{ champ: 'points', libelle, mienne: ecrire(this.points()), actuelle: ecrire(actuelle.points) }];
  });

  ajouter(points: readonly PointSaisi[]): void {
    this.changer([...this.points(), ...points.map((point) => ({ ...point, uid: crypto.randomUUID() }))]);
  }

  /** Takes what the programme puts forward; why it did so stays out of the agenda. */
  proposer(propositions: readonly PropositionPoint[]): void {
    this.ajouter(propositions.map(({ raison: _raison, ...point }) => point));
  }

  /** Puts back a point that was taken out: for the server it is a new one. */
  remettre(point: PointEdite, rang: number): void {
    const points = [...this.points()];
    points.splice(rang, 0, { ...point, uid: crypto.randomUUID(), id: null });
    this.changer(points);
  }

  modifier(uid: string, saisie: PointSaisi): void {
    this.changer(this.points().map((point) => (point.uid === uid ? { ...point, ...saisie, id: point.id } : point)));
  }

  deplacer(de: number, vers: number): void {
    this.changer(deplacer(this.points(), de, vers));
  }

  retirer(uid: string): void {
    this.changer(this.points().filter((point) => point.uid !== uid));
  }

  /** Sends again what was refused. */
  reessayer(): void {
    void this.enregistrer();
  }

  /** Replaces the other agenda by this one, knowingly. */
  garder(): void {
    const actuelle = this.actuelle();
    if (!actuelle) return;
    const connus = new Set(actuelle.points.map(({ id }) => id));
    const points = this.points().map((point) => (point.id && connus.has(point.id) ? point : { ...point, id: null }));
    this.actuelle.set(null);
    this.page.remplacer(actuelle);
    this.changer(points);
  }

  /** Gives up this agenda for the other one. */
  reprendre(): void {
    const actuelle = this.actuelle();
    if (!actuelle) return;
    this.actuelle.set(null);
    this._etat.set('repos');
    this.page.remplacer(actuelle);
    this._points.set(actuelle.points.map(versPointEdite));
    this.proposees.reload();
  }

  relirePropositions(): void {
    this.proposees.reload();
  }

  private enAttente(): boolean {
    return this.aReprendre || this.enCours !== null || this._etat() === 'refuse' || this._etat() === 'conflit';
  }

  private changer(points: readonly PointEdite[]): void {
    this._points.set(points);
    void this.enregistrer();
  }

  private enregistrer(): Promise<void> {
    this.aReprendre = true;
    if (!this.enCours) {
      this.enCours = this.vider().finally(() => (this.enCours = null));
      this.page.suivre(this.enCours);
    }
    return this.enCours;
  }

  /** Saves until nothing is left to save. A refusal stops it: the next act, or « Réessayer », starts again. */
  private async vider(): Promise<void> {
    while (this.aReprendre) {
      this.aReprendre = false;
      const reunion = this.page.reunion();
      if (!reunion) return;
      this._etat.set('enregistrement');
      this._refus.set(null);
      const envoyes = this.points();
      try {
        const apres = await this.api.ecrireOrdreDuJour(reunion.id, {
          points: envoyes.map(versPointSaisi),
          version: reunion.version,
        });
        this.recevoir(envoyes, apres);
      } catch (erreur) {
        await this.refuser(versProbleme(erreur));
        return;
      }
    }
    this._etat.set('enregistre');
  }

  /** The server named the new points, in the order in which they were sent. */
  private recevoir(envoyes: readonly PointEdite[], apres: ReunionLue): void {
    const ids = new Map(envoyes.map(({ uid }, rang) => [uid, apres.points[rang]?.id ?? null]));
    const points = this.points().map((point) => ({ ...point, id: ids.get(point.uid) ?? point.id }));
    const retires = (this.page.reunion()?.points ?? []).some(
      ({ cle, id }) => cle && !apres.points.some((point) => point.id === id),
    );
    this.page.remplacer(apres);
    this._points.set(points);
    if (retires) this.proposees.reload();
  }

  private async refuser(probleme: Probleme): Promise<void> {
    this.aReprendre = false;
    this._refus.set(probleme);
    this._etat.set('refuse');
    const reunion = this.page.reunion();
    if (probleme.statut !== 409 || !reunion) return;
    try {
      this.actuelle.set(await this.api.lire(reunion.id));
      this._etat.set('conflit');
    } catch (erreur) {
      this._refus.set(versProbleme(erreur));
    }
  }
}

/** Points read again keep the `uid` under which the page knows them: their rows stay in place, with the focus. */
function reconnaitre(lus: readonly PointEdite[], connus: readonly PointEdite[]): readonly PointEdite[] {
  const uids = new Map(connus.map(({ id, uid }) => [id, uid]));
  return lus.map((point) => ({ ...point, uid: uids.get(point.id) ?? point.uid }));
}

function ecrire(points: readonly { titre: string; duree: number }[]): string {
  return points.map(({ titre, duree }, rang) => `${rang + 1}. ${titre} (${dureeDite(duree)})`).join('\n');
}
