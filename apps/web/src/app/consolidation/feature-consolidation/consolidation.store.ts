import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import { decalerTrimestre, ecrireTrimestre, lireTrimestre } from '@coopilote/domain/commun/trimestre';
import type { IndicateurConsolide, TotalConsolidation } from '@coopilote/domain/consolidation/consolidation.contract';
import { formatTrimestre } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { indicateursConsolides, totauxConsolidation } from '../data/consolidation';
import { type FiltresLus, filtresDeLigne, libellePeriode, lireAxe, lireFiltres } from '../data/filtres';

/** Quarters before the last one that the bars show. */
const RECUL = 3;

/** T6: everything follows the address, which can be kept, sent and gone back to. */
@Injectable()
export class ConsolidationStore {
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly adresse = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  readonly filtres = computed(() => lireFiltres(this.adresse()), { equal: memes });
  readonly axe = computed(() => lireAxe(this.adresse()));
  readonly tri = computed(() => this.adresse().get('tri') ?? '');
  readonly page = computed(() => Math.max(1, Number(this.adresse().get('page')) || 1));

  readonly ressource = totauxConsolidation(this.filtres, this.axe);
  readonly totaux = derniereValeur(this.ressource);
  readonly indicateurs = indicateursConsolides(this.filtres);

  /** The quarters before and up to the last one of the selection. */
  readonly parTrimestre = totauxConsolidation(
    computed<FiltresLus | undefined>(
      () => {
        const au = this.totaux()?.au;
        const dernier = au && lireTrimestre(au);
        return dernier ? { ...this.filtres(), du: ecrireTrimestre(decalerTrimestre(dernier, -RECUL)), au } : undefined;
      },
      { equal: (a, b) => memes(a ?? {}, b ?? {}) },
    ),
    () => 'trimestre',
  );

  readonly titre = computed(() => {
    const totaux = this.totaux();
    if (!totaux) return 'Consolidation';
    return totaux.du === totaux.au
      ? formatTrimestre(lireTrimestre(totaux.au), true)
      : libellePeriode(totaux.du, totaux.au);
  });

  readonly filtresDuTotal = (ligne: TotalConsolidation): Params =>
    filtresDeLigne(this.periode(), this.totaux()?.axe ?? this.axe(), ligne);

  readonly filtresDeLIndicateur = (indicateur: IndicateurConsolide): Params => ({
    ...this.periode(),
    indicateurCommun: indicateur.indicateurCommunId,
  });

  /** Changes a part of the address; a filter that changes leads back to the first page. */
  changer(params: Params): void {
    const page = 'page' in params ? {} : { page: null };
    void this.routeur.navigate([], {
      relativeTo: this.route,
      queryParams: { ...page, ...params },
      queryParamsHandling: 'merge',
      // What was changed stays in sight.
      scroll: 'manual',
    });
  }

  /** The filters with the period written out: a link kept must not slide to the next quarter. */
  private periode(): FiltresLus {
    const totaux = this.totaux();
    return totaux ? { ...this.filtres(), du: totaux.du, au: totaux.au } : this.filtres();
  }
}

function memes(a: FiltresLus, b: FiltresLus): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
