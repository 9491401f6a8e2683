import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { GouvernanceLue, InstanceLue, ReunionLigne, TacheLue } from '@coopilote/domain/gouvernance';
import { derniereValeur } from '../../platform/derniere-valeur';
import { GouvernanceApi } from '../data/gouvernance-api';

/** Instances, meetings and open tasks of one CA. */
@Injectable()
export class GouvernanceStore {
  private readonly api = inject(GouvernanceApi);
  readonly cooperativeId = signal('');
  readonly ressource = httpResource<GouvernanceLue>(() =>
    this.cooperativeId() ? `/api/cooperatives/${this.cooperativeId()}/gouvernance` : undefined,
  );
  readonly gouvernance = derniereValeur(this.ressource);
  readonly peutModifier = computed(() => this.peut('instance.modifier'));
  readonly peutAnimer = computed(() => this.peut('reunion.animer'));

  /** To come first, the nearest first; what waits for its date opens the list. */
  readonly aVenir = computed(() =>
    this.reunions((etat) => etat !== 'CLOSE' && etat !== 'ANNULEE').sort((a, b) =>
      (a.debut ?? '').localeCompare(b.debut ?? ''),
    ),
  );
  readonly tenues = computed(() =>
    this.reunions((etat) => etat === 'CLOSE' || etat === 'ANNULEE').sort((a, b) =>
      (b.debut ?? '').localeCompare(a.debut ?? ''),
    ),
  );

  /** @returns how many seats were added. */
  async proposerMembres(instance: InstanceLue): Promise<number> {
    const apres = await this.api.proposerMembres(instance.id);
    this.ressource.reload();
    return apres.membres.length - instance.membres.length;
  }

  async changerTache(tache: TacheLue, etat: TacheLue['etat']): Promise<TacheLue> {
    try {
      return await this.api.changerTache(tache.id, { etat, version: tache.version });
    } finally {
      this.ressource.reload();
    }
  }

  private peut(operation: string): boolean {
    return this.gouvernance()?.operations.includes(operation) ?? false;
  }

  private reunions(garder: (etat: ReunionLigne['etat']) => boolean): ReunionLigne[] {
    return (this.gouvernance()?.reunions ?? []).filter(({ etat }) => garder(etat));
  }
}
