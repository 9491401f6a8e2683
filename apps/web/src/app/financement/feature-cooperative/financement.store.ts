import { httpResource } from '@angular/common/http';
import { Injectable, computed, signal } from '@angular/core';
import { estSubventionArs, type FinancementLu } from '@coopilote/domain/financement';
import { derniereValeur } from '../../platform/derniere-valeur';

/** The money of the CA and year in the address. */
@Injectable()
export class FinancementStore {
  readonly cooperativeId = signal('');
  /** « 2026 »; this year when empty. */
  readonly anneeDemandee = signal('');
  readonly ressource = httpResource<FinancementLu>(() =>
    this.cooperativeId()
      ? `/api/cooperatives/${this.cooperativeId()}/financement${this.anneeDemandee() && `?annee=${encodeURIComponent(this.anneeDemandee())}`}`
      : undefined,
  );
  readonly financement = derniereValeur(this.ressource);
  readonly modifiable = computed(() => this.financement()?.operations.includes('engagement.modifier') ?? false);
  /** Structures that the ARS funds and that no draft of an act waits for. */
  readonly sansProjet = computed(() => {
    const lu = this.financement();
    const attendus = new Set(
      lu?.engagements.filter((e) => estSubventionArs(e.nature) && !e.acteId && !e.reporteDe).map((e) => e.structureId),
    );
    const prets = new Set(lu?.actes.filter((a) => a.etat === 'PROJET').map((a) => a.structureId));
    return (lu?.parStructure ?? []).filter((s) => attendus.has(s.structureId) && !prets.has(s.structureId));
  });
  /** Own subsidised actions whose compte rendu nobody has opened yet. */
  readonly aRendre = computed(() => {
    const lu = this.financement();
    if (!lu || this.modifiable()) return [];
    const ouverts = new Set(lu.comptesRendus.map(cleDe));
    const actions = lu.engagements.filter((e) => estSubventionArs(e.nature) && !ouverts.has(cleDe(e)));
    return [...new Map(actions.map((e) => [cleDe(e), e])).values()];
  });
}

const cleDe = ({ structureId, ficheActionId }: { structureId: string; ficheActionId: string | null }): string =>
  `${structureId} ${ficheActionId}`;
