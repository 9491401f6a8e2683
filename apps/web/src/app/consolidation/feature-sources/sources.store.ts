import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { agregerActions } from '@coopilote/domain/consolidation/agregation.rules';
import { construireArbre } from '@coopilote/domain/consolidation/arbre.rules';
import { lireIndicateur } from '@coopilote/domain/consolidation/cles.rules';
import type { SourceConsolidation } from '@coopilote/domain/consolidation/consolidation.contract';
import { derniereValeur } from '../../platform/derniere-valeur';
import { sourcesConsolidation } from '../data/consolidation';
import { lireFiltres } from '../data/filtres';
import { groupesConsolidation } from '../data/groupes';

/** Missing reports of one page. */
export const TAILLE_MANQUANTES = 100;

/** The reports behind a figure of T6, the figure made again from them, and the reports that it lacks. */
@Injectable()
export class SourcesStore {
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly adresse = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  readonly filtres = computed(() => lireFiltres(this.adresse()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  readonly page = computed(() => this.nombre('page'));
  readonly pageManquantes = computed(() => this.nombre('manquantes'));

  readonly ressource = sourcesConsolidation('sources', this.filtres, this.page);
  readonly lue = derniereValeur(this.ressource);
  readonly manquantes = sourcesConsolidation(
    'sources/manquantes',
    this.filtres,
    this.pageManquantes,
    TAILLE_MANQUANTES,
  );
  readonly absentes = derniereValeur(this.manquantes);
  private readonly groupes = groupesConsolidation(() => ({ filtres: this.filtres(), par: [] }));

  readonly periode = computed(() => (this.groupes.hasValue() ? this.groupes.value() : null));
  /** The figure as the consolidation gives it. */
  readonly annonce = computed(() => {
    const groupes = this.periode();
    return groupes && construireArbre(groupes, this.filtres().indicateur, null);
  });
  /** What the common indicator asked for counts, if any; otherwise the figure is the number of beneficiaries. */
  readonly mesure = computed(() => lireIndicateur(this.filtres().indicateur));
  readonly surIndicateur = computed(() => !!this.filtres().indicateur);
  /** True when every report is on the screen, so that they can be added up. */
  readonly entier = computed(() => {
    const lue = this.lue();
    return !!lue && lue.lignes.length === lue.total;
  });

  /** The same figure, made again here from the lines (agregation.rules, which the API also follows). */
  readonly refait = computed(() => {
    const [lue, mesure] = [this.lue(), this.mesure()];
    if (!lue || !this.entier() || (this.surIndicateur() && !mesure)) return null;
    const { unite, mode } = mesure ?? { unite: 'PERSONNES', mode: 'SOMME' };
    const cle = this.surIndicateur() ? 'valeur' : 'beneficiaires';
    return agregerActions(
      mode,
      unite,
      parSerie(lue.lignes).map((lignes) => ({ releves: lignes.map((ligne) => ({ ...ligne, valeur: ligne[cle] })) })),
    );
  });

  aller(params: { page: number } | { manquantes: number }): void {
    void this.routeur.navigate([], {
      relativeTo: this.route,
      queryParams: Object.fromEntries(Object.entries(params).map(([cle, page]) => [cle, page === 1 ? null : page])),
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  private nombre(cle: string): number {
    return Math.max(1, Number(this.adresse().get(cle)) || 1);
  }
}

/** Quarters of one action, or of one of its indicators: what is put together first. */
function parSerie(lignes: readonly SourceConsolidation[]): SourceConsolidation[][] {
  const series = new Map<string, SourceConsolidation[]>();
  for (const ligne of lignes) {
    const cle = ligne.indicateurId ?? ligne.ficheActionId;
    series.set(cle, [...(series.get(cle) ?? []), ligne]);
  }
  return [...series.values()];
}
