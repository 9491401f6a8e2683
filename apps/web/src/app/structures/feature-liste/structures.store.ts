import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import type { Option } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { type FiltresStructures, departements, secteurs, structures } from '../data/structures';

/** The list of structures, as the address filters it. */
@Injectable()
export class StructuresStore {
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly adresse = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  readonly filtres = computed<FiltresStructures>(() => ({
    q: this.adresse().get('q') ?? '',
    departement: this.adresse().get('departement') ?? '',
    secteur: this.adresse().get('secteur') ?? '',
    page: Math.max(1, Number(this.adresse().get('page')) || 1),
  }));
  readonly filtre = computed(() => {
    const { q, departement, secteur } = this.filtres();
    return !!(q || departement || secteur);
  });

  readonly ressource = structures(this.filtres);
  readonly lue = derniereValeur(this.ressource);
  private readonly lesDepartements = departements();
  private readonly lesSecteurs = secteurs();
  readonly optionsDepartements = computed<Option[]>(() =>
    this.lesDepartements.hasValue()
      ? this.lesDepartements.value().map(({ code, nom }) => ({ valeur: code, libelle: `${code} ${nom}` }))
      : [],
  );
  readonly optionsSecteurs = computed<Option[]>(() =>
    this.lesSecteurs.hasValue() ? this.lesSecteurs.value().map(({ id, libelle }) => ({ valeur: id, libelle })) : [],
  );

  changer(params: Params): void {
    void this.routeur.navigate([], {
      relativeTo: this.route,
      queryParams: { page: null, ...params },
      queryParamsHandling: 'merge',
      // What was changed stays in sight.
      scroll: 'manual',
      replaceUrl: true,
    });
  }
}
