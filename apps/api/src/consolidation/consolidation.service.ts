import { Injectable } from '@nestjs/common';
import { SaisieInvalide, type ContextePersonne } from '@coopilote/db';
import {
  decalerTrimestre,
  ecrireTrimestre,
  lireTrimestre,
  rangTrimestre,
  trimestreDe,
  type Page,
} from '@coopilote/domain/commun';
import {
  GROUPES_REFUSES,
  lireAxes,
  tauxRealisation,
  type ConsolidationLigne,
  type FiltresConsolidation,
  type GroupesConsolidation,
  type GroupesDemandes,
  type IndicateurConsolide,
  type SourceConsolidation,
  type TotauxConsolidation,
  type TotauxDemandes,
} from '@coopilote/domain/consolidation';
import { enPage } from '../platform/conditions';
import { Horloge } from '../platform/horloge';
import { listActions, listIndicators, listSources, listTotals } from './consolidation.queries';
import { Groupes, readBornes, readLibelles } from './groupes.queries';
import { Selection, type Periode } from './selection.queries';

/** T6: every figure comes from received reports alone, and opens onto them. */
@Injectable()
export class ConsolidationService {
  constructor(private readonly horloge: Horloge) {}

  async list(ctx: ContextePersonne, filtres: FiltresConsolidation): Promise<Page<ConsolidationLigne>> {
    const { lignes, total } = await listActions(ctx, this.select(ctx, filtres), filtres);
    return enPage(filtres, lignes, total);
  }

  /** Totals by one axis. The grand total is computed on the actions: where lines overlap, it is not their sum. */
  async totals(ctx: ContextePersonne, demande: TotauxDemandes): Promise<TotauxConsolidation> {
    const periode = this.period(demande);
    const [total, ...lignes] = await listTotals(ctx, this.select(ctx, demande, periode), demande.axe);
    if (!total) throw new Error('Total absent');
    const du = ecrireTrimestre(periode.du);
    const au = ecrireTrimestre(periode.au);
    const chevauchement =
      demande.axe === 'thematique' || demande.axe === 'public' || (demande.axe === 'trimestre' && du !== au);
    return { axe: demande.axe, du, au, total, lignes, chevauchement };
  }

  async indicators(ctx: ContextePersonne, filtres: FiltresConsolidation): Promise<IndicateurConsolide[]> {
    const lignes = await listIndicators(ctx, this.select(ctx, filtres), filtres.indicateurCommun ?? null);
    return lignes.map((ligne) => ({ ...ligne, taux: tauxRealisation(ligne.haut, ligne.prevision) }));
  }

  async sources(ctx: ContextePersonne, filtres: FiltresConsolidation): Promise<Page<SourceConsolidation>> {
    const { lignes, total } = await listSources(
      ctx,
      this.select(ctx, filtres),
      filtres,
      filtres.indicateurCommun ?? null,
    );
    return enPage(filtres, lignes, total);
  }

  /** Any cut of the region, up to three axes, from the kept totals; subtotals are read on their own, never added up. */
  async groups(ctx: ContextePersonne, demande: GroupesDemandes): Promise<GroupesConsolidation> {
    const { axes, refus } = lireAxes(demande.par ?? '');
    if (refus) throw invalide('par', `Regroupement\u00a0: ${refus}`);
    const periode = this.period(demande);
    const groupes = new Groupes(ctx, axes, demande, periode, await readBornes(ctx));
    const { total, ...lus } = await groupes.list(ctx);
    if (total > GROUPES_REFUSES) {
      throw invalide('par', `Regroupement\u00a0: ${total} lignes. Ajoutez un filtre ou retirez un axe.`);
    }
    const libelles: GroupesConsolidation['libelles'] = {};
    for (const [rang, axe] of axes.entries()) {
      libelles[axe] = await readLibelles(ctx, axe, [...new Set(lus.cles[rang]?.filter((cle) => cle !== null))]);
    }
    const [du, au] = [ecrireTrimestre(periode.du), ecrireTrimestre(periode.au)];
    return { par: axes, du, au, libelles, total, page: demande.page ?? 1, ...lus };
  }

  /** The reports of a selection, for who reads them otherwise (exports). */
  select(ctx: ContextePersonne, filtres: FiltresConsolidation, periode = this.period(filtres)): Selection {
    return new Selection(ctx, filtres, periode, this.horloge.aujourdhui());
  }

  /** The last ended quarter when nothing is asked; one quarter alone when one end is. */
  period(filtres: FiltresConsolidation): Periode {
    const clos = decalerTrimestre(trimestreDe(this.horloge.aujourdhui()), -1);
    const du = lireTrimestre(filtres.du ?? '');
    const au = lireTrimestre(filtres.au ?? '');
    const periode = { du: du ?? au ?? clos, au: au ?? du ?? clos };
    if (rangTrimestre(periode.du) > rangTrimestre(periode.au)) {
      throw invalide('au', 'Au trimestre\u00a0: il vient avant le premier de la période.');
    }
    return periode;
  }
}

const invalide = (champ: string, message: string): SaisieInvalide =>
  new SaisieInvalide([{ champ, code: 'consolidation', message }]);
