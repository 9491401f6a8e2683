import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import { decalerTrimestre, ecrireTrimestre, lireTrimestre, rangTrimestre } from '@coopilote/domain/commun/trimestre';
import {
  type Comparee,
  type Noeud,
  type Pliage,
  construireArbre,
  lignesVisibles,
  ordonner,
} from '@coopilote/domain/consolidation/arbre.rules';
import { estimerGroupes } from '@coopilote/domain/consolidation/estimation.rules';
import { GROUPES_REFUSES, type GroupesConsolidation } from '@coopilote/domain/consolidation/groupes.contract';
import { AXES_GROUPES, type AxeGroupe } from '@coopilote/domain/consolidation/groupes.rules';
import { pasEntre, selectionDeGroupe } from '@coopilote/domain/consolidation/sources.rules';
import { formatTrimestre } from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { type Bornes, garderGroupe, libellePeriode, lireComparee, lireFiltres, lirePar } from '../data/filtres';
import { LIGNES_LUES, groupesCompares, groupesConsolidation } from '../data/groupes';

/** Up to that many groups, everything is unfolded at first. */
const TOUT_DEPLIER = 60;

/** T6: everything follows the address, which can be kept, sent and gone back to. */
@Injectable()
export class ConsolidationStore {
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly adresse = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  readonly filtres = computed(() => lireFiltres(this.adresse()), { equal: memes });
  readonly par = computed(() => lirePar(this.adresse()), { equal: memes });
  readonly comparee = computed(() => lireComparee(this.adresse().get('comparer')), { equal: memes });
  readonly ordre = computed(() => this.adresse().get('ordre') ?? '');
  /** Page of the groups, once the reader has asked for them although they are many. */
  readonly pageGroupes = computed(() => Number(this.adresse().get('lignes')) || null);
  readonly tri = computed(() => this.adresse().get('tri') ?? '');
  readonly page = computed(() => Math.max(1, Number(this.adresse().get('page')) || 1));

  /** The sentence: read on its own, so that it stands whatever is asked below it. */
  readonly ensemble = groupesConsolidation(() => ({ filtres: this.filtres(), par: [] }));
  readonly ensembleLu = derniereValeur(this.ensemble);
  readonly parIndicateur = groupesConsolidation(() => ({ filtres: this.filtres(), par: ['indicateur'] }));
  /** About how many lines three axes would make: known before they are asked for; null while it is not. */
  readonly estimation = computed<number | null>(() => {
    if (this.par().length < 3 || this.pageGroupes()) return 0;
    const [total, periode] = [this.total()?.mesures, this.periode()];
    const [du, au] = [lireTrimestre(periode?.du ?? ''), lireTrimestre(periode?.au ?? '')];
    if (!this.ensemble.hasValue() || !this.parIndicateur.hasValue() || !du || !au) return null;
    const indicateurs = this.indicateurs();
    const actions = total?.actions ?? 0;
    const rattachees = indicateurs.reduce((somme, { mesures }) => somme + (mesures?.actions ?? 0), 0);
    return estimerGroupes(this.par(), {
      actions,
      trimestres: rangTrimestre(au) - rangTrimestre(du) + 1,
      indicateurs: indicateurs.length,
      indicateursParAction: actions ? rattachees / actions : 0,
    });
  });
  readonly tropGrand = computed(() => (this.estimation() ?? 0) > GROUPES_REFUSES);
  private readonly demande = computed(() => {
    if (!this.par().length || this.estimation() === null || this.tropGrand()) return undefined;
    return { filtres: this.filtres(), par: this.par(), page: this.pageGroupes() ?? 1 };
  });
  readonly groupes = groupesConsolidation(this.demande);
  readonly groupesLus = derniereValeur(this.groupes);
  readonly compares = groupesCompares(() => this.demande() ?? { filtres: this.filtres(), par: [] }, this.comparee);

  readonly periode = computed<Bornes | null>(() => {
    const lu = this.ensembleLu();
    return lu ? { du: lu.du, au: lu.au } : null;
  });
  readonly titre = computed(() => {
    const periode = this.periode();
    if (!periode) return 'Consolidation';
    const { du, au } = periode;
    return du === au ? formatTrimestre(lireTrimestre(au), true) : libellePeriode(du, au);
  });
  readonly total = computed(() => {
    const lu = this.ensembleLu();
    return lu && construireArbre(lu, this.filtres().indicateur, this.autre(null));
  });
  readonly arbre = computed(() => {
    const lus = this.groupesLus();
    if (!lus) return undefined;
    const axes = axesDe(lus);
    return ordonner(construireArbre(lus, this.filtres().indicateur, this.autre(lus.par)), axes, this.ordre());
  });
  /** Axes of the groups on screen, which are those of the address once they are read. */
  readonly axes = computed(() => {
    const lus = this.groupesLus();
    return lus ? axesDe(lus) : this.par();
  });
  /** What the map shows of each département. */
  readonly carte = computed(() => this.adresse().get('carte') ?? '');
  readonly tropDeLignes = computed(() => !this.pageGroupes() && (this.groupesLus()?.total ?? 0) > LIGNES_LUES);

  readonly pliage = computed<Pliage>(() => {
    const niveau = this.adresse().get('niveau');
    const court = (this.groupesLus()?.total ?? 0) <= TOUT_DEPLIER;
    return {
      profondeur: niveau ? Number(niveau) || 1 : court ? this.axes().length : 1,
      sauf: new Set(this.adresse().get('sauf')?.split(',').filter(Boolean)),
    };
  });
  readonly lignes = computed(() => {
    const arbre = this.arbre();
    return arbre ? lignesVisibles(arbre, this.pliage()) : [];
  });

  readonly indicateurs = computed(() => {
    const { indicateur } = this.filtres();
    return this.parIndicateur.hasValue()
      ? ordonner(construireArbre(this.parIndicateur.value(), indicateur, null), ['indicateur'], '').enfants
      : [];
  });

  /** Filters that give exactly the reports behind a group of the table. */
  readonly sourcesDe = (noeud: Pick<Noeud, 'cles'>): Params => this.selection(this.axes(), noeud.cles);
  readonly sourcesDeLIndicateur = (noeud: Pick<Noeud, 'cles'>): Params => this.selection(['indicateur'], noeud.cles);
  readonly sourcesAvant = (noeud: Pick<Noeud, 'cles'>): Params => {
    const [autre, periode] = [this.comparee(), this.periode()];
    const lue = this.selection(this.axes(), noeud.cles);
    if (!autre || !periode) return lue;
    const pas = pasEntre(periode.du, autre.du);
    const dedans = lue['du'] !== periode.du || lue['au'] !== periode.au;
    return { ...lue, ...(dedans ? { du: reculer(lue['du'], pas), au: reculer(lue['au'], pas) } : autre) };
  };
  /** Filters that keep one group alone on this page. */
  readonly garder = (noeud: Pick<Noeud, 'cles'>): Params => ({
    ...garderGroupe(this.selection(this.axes(), noeud.cles), this.axes(), noeud.cles.length),
    comparer: this.adresse().get('comparer'),
  });

  /** Changes a part of the address; what is cut otherwise begins again at its first page, folded as at first. */
  changer(params: Params): void {
    const page = 'page' in params ? {} : { page: null };
    const suite = ['sauf', 'ordre', 'lignes', 'carte', 'tri', 'page'].some((cle) => cle in params);
    const lignes = suite ? {} : { lignes: null, sauf: null };
    void this.routeur.navigate([], {
      relativeTo: this.route,
      queryParams: { ...page, ...lignes, ...params },
      queryParamsHandling: 'merge',
      // What was changed stays in sight.
      scroll: 'manual',
    });
  }

  basculer({ chemin }: Noeud): void {
    const sauf = new Set(this.pliage().sauf);
    if (!sauf.delete(chemin)) sauf.add(chemin);
    this.changer({ sauf: [...sauf].join(',') || null, page: this.page() === 1 ? null : this.page() });
  }

  /** The filters of one group of any grouping, with the period written out. */
  selection(axes: readonly AxeGroupe[], cles: readonly string[]): Params {
    const periode = this.periode();
    return periode ? selectionDeGroupe({ ...this.filtres(), ...periode }, axes, cles) : this.filtres();
  }

  /** The compared groups, once they are those of the groups on screen. */
  private autre(par: readonly string[] | null): Comparee | null {
    const [comparee, periode] = [this.comparee(), this.periode()];
    if (!comparee || !periode || !this.compares.hasValue()) return null;
    const groupes = this.compares.value();
    if (!groupes || (par && !memes(groupes.par, par))) return null;
    return { groupes, pas: pasEntre(periode.du, comparee.du) };
  }
}

function axesDe({ par }: GroupesConsolidation): AxeGroupe[] {
  return par.flatMap((nom) => AXES_GROUPES.filter((axe) => axe === nom));
}

function reculer(trimestre: string, pas: number): string {
  const lu = lireTrimestre(trimestre);
  return lu ? ecrireTrimestre(decalerTrimestre(lu, -pas)) : trimestre;
}

function memes(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
