import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { NIVEAUX_OBJECTIF, type ObjectifLu, type ProgrammeLu } from '@coopilote/domain/cooperatives';
import { CooperativeStore } from '../data/cooperative.store';
import { CooperativesApi } from '../data/cooperatives-api';
import type { ActionDuProgramme, Noeud } from '../ui/noeud';

/** The programme of a CA: its tree, its coverage, and the acts on its objectives. */
@Injectable()
export class ProgrammeStore {
  private readonly ca = inject(CooperativeStore);
  private readonly api = inject(CooperativesApi);
  readonly ressource = httpResource<ProgrammeLu>(() =>
    this.ca.id() ? `/api/cooperatives/${this.ca.id()}/programme` : undefined,
  );
  readonly deplace = signal(false);

  private readonly programme = computed(() => (this.ressource.hasValue() ? this.ressource.value() : null));
  readonly racines = computed<Noeud[]>(() => this.noeuds(null));
  /** Actions that hang from no objective, or from one that was removed. */
  readonly actionsLibres = computed<ActionDuProgramme[]>(() => {
    const programme = this.programme();
    const connus = new Set(programme?.objectifs.map(({ id }) => id));
    return (programme?.actions ?? []).filter(({ objectifId }) => !objectifId || !connus.has(objectifId));
  });
  readonly couverture = computed(() => {
    const programme = this.programme();
    if (!programme) return null;
    const { objectifsSansAction, actionsSansResultat, publicsSansAction } = programme.couverture;
    return {
      objectifsSansAction: programme.objectifs.filter(({ id }) => objectifsSansAction.includes(id)),
      actionsSansResultat: programme.actions.filter(({ id }) => actionsSansResultat.includes(id)),
      publicsSansAction,
    };
  });

  /** Moves an objective up (−1) or down (1) among those of the same parent; the order of all of them is written anew. */
  async deplacer(objectif: ObjectifLu, pas: -1 | 1): Promise<void> {
    const freres = this.freres(objectif.parentId);
    const rang = freres.findIndex(({ id }) => id === objectif.id);
    const autre = freres[rang + pas];
    if (!autre || this.deplace()) return;
    freres[rang + pas] = objectif;
    freres[rang] = autre;
    this.deplace.set(true);
    try {
      for (const [ordre, { id, intitule, impact, version, ordre: avant }] of freres.entries()) {
        if (avant !== ordre) await this.api.modifierObjectif(this.ca.id(), id, { intitule, impact, ordre, version });
      }
    } finally {
      this.deplace.set(false);
      this.ressource.reload();
    }
  }

  async supprimer(objectif: ObjectifLu): Promise<void> {
    await this.api.supprimerObjectif(this.ca.id(), objectif.id);
    this.ressource.reload();
  }

  private freres(parentId: string | null): ObjectifLu[] {
    return (this.programme()?.objectifs ?? [])
      .filter((objectif) => objectif.parentId === parentId)
      .sort(
        (a, b) =>
          NIVEAUX_OBJECTIF.indexOf(a.niveau) - NIVEAUX_OBJECTIF.indexOf(b.niveau) ||
          a.ordre - b.ordre ||
          a.intitule.localeCompare(b.intitule, 'fr'),
      );
  }

  private noeuds(parentId: string | null): Noeud[] {
    const programme = this.programme();
    const sansAction = new Set(programme?.couverture.objectifsSansAction);
    return this.freres(parentId).map((objectif, rang, tous) => ({
      objectif,
      enfants: this.noeuds(objectif.id),
      actions: programme?.actions.filter(({ objectifId }) => objectifId === objectif.id) ?? [],
      sansAction: sansAction.has(objectif.id),
      premier: rang === 0,
      dernier: rang === tous.length - 1,
    }));
  }
}
