import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { LIBELLES_PHASES, PHASES_CALENDRIER, type Phase } from '@coopilote/domain/cooperatives';
import { type EtapeLue, type TableauDeBord, type TacheDeReunion } from '@coopilote/domain/pilotage';
import { CooperativeStore } from '../data/cooperative.store';
import { CooperativesApi } from '../data/cooperatives-api';
import type { RangeeT1 } from '../ui/rangee-t1';

/** T1 of a CA: its rows in the guide's order, and the acts on its steps. */
@Injectable()
export class CalendrierStore {
  private readonly ca = inject(CooperativeStore);
  private readonly api = inject(CooperativesApi);
  readonly ressource = httpResource<TableauDeBord>(() =>
    this.ca.id() ? `/api/cooperatives/${this.ca.id()}/tableau-de-bord` : undefined,
  );
  private readonly tableau = computed(() => (this.ressource.hasValue() ? this.ressource.value() : null));
  readonly etapes = computed(() => this.tableau()?.etapes ?? []);
  private readonly taches = computed(() => this.tableau()?.taches ?? []);
  readonly mois = computed(() => (this.tableau()?.colonnes ?? []).filter(({ genre }) => genre === 'mois'));
  readonly modifiable = computed(() => this.tableau()?.operations.includes('etape.modifier') ?? false);

  /** The six phases stand as rows (guide, fiche 3), dated or not, each with its tasks under it. */
  readonly rangees = computed<RangeeT1[]>(() =>
    PHASES_CALENDRIER.flatMap((phase) => {
      const phases = this.deLaPhase(phase, 'PHASE');
      const tetes = phases.length ? phases.map((etape) => this.rangee(phase, etape)) : [this.rangee(phase, null)];
      const decidees = this.taches().filter((tache) => tache.phase === phase);
      return [
        ...tetes,
        ...this.deLaPhase(phase, 'TACHE').map((etape) => this.rangee(phase, etape)),
        ...decidees.map((tache) => this.rangee(phase, null, tache)),
      ];
    }),
  );

  /** Adds several steps, in order; used for the tasks that the guide gives. */
  async ajouter(etapes: readonly Parameters<CooperativesApi['ajouterEtape']>[1][]): Promise<void> {
    try {
      for (const etape of etapes) await this.api.ajouterEtape(this.ca.id(), etape);
    } finally {
      this.ressource.reload();
    }
  }

  private deLaPhase(phase: Phase, genre: EtapeLue['genre']): EtapeLue[] {
    return this.etapes()
      .filter((etape) => etape.phase === phase && etape.genre === genre)
      .sort((a, b) => (a.ordre ?? 0) - (b.ordre ?? 0) || (a.debut ?? '').localeCompare(b.debut ?? ''));
  }

  private rangee(phase: Phase, etape: EtapeLue | null, tache: TacheDeReunion | null = null): RangeeT1 {
    return {
      id: etape?.id ?? tache?.id ?? `phase-${phase}`,
      phase,
      genre: etape?.genre ?? (tache ? 'TACHE' : 'PHASE'),
      intitule: etape?.intitule ?? tache?.quoi ?? LIBELLES_PHASES[phase],
      etape,
      tache,
      taches: this.etapes().filter((autre) => autre.phase === phase && autre.genre === 'TACHE').length,
    };
  }
}
