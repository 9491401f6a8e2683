import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { agregerActions } from '@coopilote/domain/consolidation/agregation.rules';
import type { SourceConsolidation } from '@coopilote/domain/consolidation/consolidation.contract';
import { ETATS_RECUS } from '@coopilote/domain/bilans/bilan.rules';
import { derniereValeur } from '../../platform/derniere-valeur';
import { indicateursConsolides, sourcesConsolidation, totauxConsolidation } from '../data/consolidation';
import { lireFiltres } from '../data/filtres';

/** The reports behind a figure of T6, and the figure made again from them. */
@Injectable()
export class SourcesStore {
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly adresse = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  readonly filtres = computed(() => lireFiltres(this.adresse()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  readonly page = computed(() => Math.max(1, Number(this.adresse().get('page')) || 1));

  readonly ressource = sourcesConsolidation(this.filtres, this.page);
  readonly lue = derniereValeur(this.ressource);
  readonly totaux = totauxConsolidation(this.filtres, () => 'trimestre');
  readonly indicateurs = indicateursConsolides(
    computed(() => (this.filtres().indicateurCommun ? this.filtres() : undefined)),
  );

  /** The common indicator asked for, if any; otherwise the figure is the number of beneficiaries. */
  readonly indicateur = computed(() => {
    const voulu = this.filtres().indicateurCommun;
    if (!voulu || !this.indicateurs.hasValue()) return null;
    return this.indicateurs.value().find(({ indicateurCommunId }) => indicateurCommunId === voulu) ?? null;
  });
  readonly surIndicateur = computed(() => !!this.filtres().indicateurCommun);
  /** True when every report is on the screen, so that they can be added up. */
  readonly entier = computed(() => {
    const lue = this.lue();
    return !!lue && lue.lignes.length === lue.total;
  });

  /** The figure as the consolidation gives it. */
  readonly annonce = computed(() => {
    const indicateur = this.indicateur();
    if (this.surIndicateur()) return indicateur && { bas: indicateur.bas, haut: indicateur.haut };
    if (!this.totaux.hasValue()) return null;
    const { beneficiairesBas, beneficiairesHaut } = this.totaux.value().total;
    return { bas: beneficiairesBas, haut: beneficiairesHaut };
  });

  /** The same figure, made again here from the lines (agregation.rules, which the API also follows). */
  readonly refait = computed(() => {
    const lue = this.lue();
    const indicateur = this.indicateur();
    if (!lue || !this.entier()) return null;
    const recus = lue.lignes.filter(({ etat }) => ETATS_RECUS.includes(etat));
    const series = parAction(recus);
    if (!this.surIndicateur())
      return agregerActions(
        'SOMME',
        'PERSONNES',
        series.map((lignes) => serie(lignes, 'beneficiaires')),
      );
    return (
      indicateur &&
      agregerActions(
        indicateur.modeAgregation,
        indicateur.unite,
        series.map((lignes) => serie(lignes, 'valeur')),
      )
    );
  });

  allerPage(page: number): void {
    void this.routeur.navigate([], {
      relativeTo: this.route,
      queryParams: { page: page === 1 ? null : page },
      queryParamsHandling: 'merge',
    });
  }
}

function serie(lignes: readonly SourceConsolidation[], cle: 'beneficiaires' | 'valeur') {
  return {
    releves: lignes.map(({ annee, trimestre, numerateur, denominateur, [cle]: valeur }) => ({
      annee,
      trimestre,
      valeur,
      numerateur,
      denominateur,
    })),
  };
}

function parAction(lignes: readonly SourceConsolidation[]): SourceConsolidation[][] {
  const groupes = new Map<string, SourceConsolidation[]>();
  for (const ligne of lignes) groupes.set(ligne.ficheActionId, [...(groupes.get(ligne.ficheActionId) ?? []), ligne]);
  return [...groupes.values()];
}
