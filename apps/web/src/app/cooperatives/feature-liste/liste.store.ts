import { httpResource } from '@angular/common/http';
import { Injectable, Signal, computed, inject, signal } from '@angular/core';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { CooperativeLigne } from '@coopilote/domain/cooperatives';
import type { DepartementLu } from '@coopilote/domain/referentiel/referentiel.contract';
import type { Option } from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { optionsDeListe } from '../data/listes';

export const TAILLE_PAGE = 20;

/** What the address says of the list. */
export interface FiltresCooperatives {
  q?: string;
  departement?: string;
  thematique?: string;
  phase?: string;
  alerte?: string;
  page: number;
}

/** The list of CAs, and what its filters offer. */
@Injectable()
export class ListeStore {
  private readonly session = inject(SessionStore);
  readonly filtres = signal<FiltresCooperatives | null>(null);
  readonly page = httpResource<Page<CooperativeLigne>>(() => {
    const filtres = this.filtres();
    if (!filtres) return undefined;
    const { q, departement, thematique, phase, alerte, page } = filtres;
    const params = { q, departement, thematique, phase, alerte, page: String(page), taille: String(TAILLE_PAGE) };
    const presents = Object.entries(params).filter((entree): entree is [string, string] => !!entree[1]);
    return { url: '/api/cooperatives', params: Object.fromEntries(presents) };
  });
  readonly filtree = computed(() => {
    const { q, departement, thematique, phase, alerte } = this.filtres() ?? {};
    return !!(q || departement || thematique || phase || alerte);
  });

  readonly thematiques = optionsDeListe('THEMATIQUE');
  private readonly departementsLus = httpResource<DepartementLu[]>(() => '/api/referentiel/departements');
  /** Départements of the regions that the reader may see; a coordinator of one département has no choice to make. */
  readonly departements: Signal<readonly Option[]> = computed(() => {
    if (!this.departementsLus.hasValue() || !this.session.aRole('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL')) return [];
    const regions = new Set(this.session.attributions().map(({ regionCode }) => regionCode));
    return this.departementsLus
      .value()
      .filter(({ regionCode }) => regions.has(regionCode))
      .map(({ code, nom }) => ({ valeur: code, libelle: `${nom} (${code})` }));
  });
}
