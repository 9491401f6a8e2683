import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import { NATURES, type NatureFinancement, type TotalFinancement } from '@coopilote/domain/financement';
import type { DepartementLu } from '@coopilote/domain/referentiel/referentiel.contract';
import type { Option } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { OPTIONS_NATURES } from '../data/choix-engagement';
import {
  type CleFiltre,
  filtresDeLigne,
  lignesFinancement,
  lireAxe,
  lireFiltres,
  totauxFinancement,
} from '../data/argent';

/** The money of a département or a region: everything follows the address. */
@Injectable()
export class ArgentStore {
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly adresse = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  readonly filtres = computed(() => lireFiltres(this.adresse()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  readonly axe = computed(() => lireAxe(this.adresse()));
  readonly tri = computed(() => this.adresse().get('tri') ?? '');
  readonly page = computed(() => Math.max(1, Number(this.adresse().get('page')) || 1));

  readonly ressource = totauxFinancement(this.filtres, this.axe);
  readonly totaux = derniereValeur(this.ressource);
  readonly lignesRessource = lignesFinancement(this.filtres, this.page, this.tri);
  readonly lignes = derniereValeur(this.lignesRessource);

  private readonly departements = httpResource<DepartementLu[]>(() => '/api/referentiel/departements');
  private readonly annees = totauxFinancement(
    () => ({}),
    () => 'annee',
  );
  private readonly structure = httpResource<{ nom: string }>(() =>
    avecId('/api/structures/', this.filtres().structure),
  );
  private readonly cooperative = httpResource<{ intitule: string }>(() =>
    avecId('/api/cooperatives/', this.filtres().cooperative),
  );

  /** Closed lists of the filters that have one. */
  readonly options = computed<Partial<Record<CleFiltre, readonly Option[]>>>(() => ({
    annee: (this.annees.hasValue() ? this.annees.value().lignes : []).map(({ cle }) => ({
      valeur: cle ?? '',
      libelle: cle ?? '',
    })),
    departement: (this.departements.hasValue() ? this.departements.value() : []).map(({ code, nom }) => ({
      valeur: code,
      libelle: `${code} ${nom}`,
    })),
    nature: OPTIONS_NATURES,
  }));

  readonly filtresDuTotal = (ligne: TotalFinancement): Params => filtresDeLigne(this.filtres(), this.axe(), ligne);

  /** The words of what a filter keeps; null: it is not set. */
  libelle(cle: CleFiltre): string | null {
    const valeur = this.filtres()[cle];
    if (!valeur) return null;
    if (cle === 'nature') return NATURES[valeur as NatureFinancement]?.libelle ?? valeur;
    if (cle === 'structure') return this.structure.hasValue() ? this.structure.value().nom : '…';
    if (cle === 'cooperative') return this.cooperative.hasValue() ? this.cooperative.value().intitule : '…';
    return this.options()[cle]?.find((option) => option.valeur === valeur)?.libelle ?? valeur;
  }

  /** Changes a part of the address; a filter that changes leads back to the first page. */
  changer(params: Params): void {
    const page = 'page' in params ? {} : { page: null };
    void this.routeur.navigate([], {
      relativeTo: this.route,
      queryParams: { ...page, ...params },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}

function avecId(debut: string, id: string | undefined): string | undefined {
  return id && `${debut}${encodeURIComponent(id)}`;
}
