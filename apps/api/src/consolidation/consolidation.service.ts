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
} from '@coopilote/domain/consolidation';
import { enPage } from '../platform/conditions';
import { Horloge } from '../platform/horloge';
import { listActions, listIndicators } from './consolidation.queries';
import { Groupes, readBornes, readLibelles } from './groupes.queries';
import { Selection, type Periode } from './selection.queries';
import { listSources } from './sources.queries';

/** T6: every figure comes from received reports alone, and opens onto them. */
@Injectable()
export class ConsolidationService {
  constructor(private readonly horloge: Horloge) {}

  async list(ctx: ContextePersonne, filtres: FiltresConsolidation): Promise<Page<ConsolidationLigne>> {
    const { lignes, total } = await listActions(ctx, this.select(ctx, filtres), filtres);
    return enPage(filtres, lignes, total);
  }

  async indicators(ctx: ContextePersonne, filtres: FiltresConsolidation): Promise<IndicateurConsolide[]> {
    const lignes = await listIndicators(ctx, this.select(ctx, filtres));
    return lignes.map((ligne) => ({ ...ligne, taux: tauxRealisation(ligne.haut, ligne.prevision) }));
  }

  /** The reports behind a figure; or, with `manquantes`, those that it lacks. */
  async sources(
    ctx: ContextePersonne,
    filtres: FiltresConsolidation,
    manquantes: boolean,
  ): Promise<Page<SourceConsolidation>> {
    const { lignes, total } = await listSources(ctx, this.select(ctx, filtres), filtres, manquantes);
    return enPage(filtres, lignes, total);
  }

  /** Any cut of the region, up to three axes, from the kept totals; subtotals are read on their own, never added up. */
  async groups(ctx: ContextePersonne, demande: GroupesDemandes): Promise<GroupesConsolidation> {
    return JSON.parse(await this.groupsAsJson(ctx, demande)) as GroupesConsolidation;
  }

  /** The same, written already: the measures of the groups come from the database as JSON writes them. */
  async groupsAsJson(ctx: ContextePersonne, demande: GroupesDemandes): Promise<string> {
    const { axes, refus } = lireAxes(demande.par ?? '');
    if (refus) throw invalide('par', `Regroupement\u00a0: ${refus}`);
    const periode = this.period(demande);
    const groupes = new Groupes(ctx, axes, demande, periode, await readBornes(ctx));
    const { lignes, valeurs, ...lus } = await groupes.list(ctx);
    if (lus.total > GROUPES_REFUSES) {
      throw invalide(
        'par',
        `Regroupement\u00a0: plus de ${GROUPES_REFUSES.toLocaleString('fr-FR')} lignes. Ajoutez un filtre ou retirez un axe.`,
      );
    }
    const libelles: GroupesConsolidation['libelles'] = {};
    for (const [rang, axe] of axes.entries()) libelles[axe] = await readLibelles(ctx, axe, valeurs[rang] ?? []);
    const entete: Omit<GroupesConsolidation, 'lignes'> = {
      par: axes,
      du: ecrireTrimestre(periode.du),
      au: ecrireTrimestre(periode.au),
      libelles,
      page: demande.page ?? 1,
      ...lus,
    };
    return `${JSON.stringify(entete).slice(0, -1)},"lignes":[${lignes.join(',')}]}`;
  }

  /** The reports of a selection, for who reads them otherwise (exports). */
  select(ctx: ContextePersonne, filtres: FiltresConsolidation): Selection {
    return new Selection(ctx, filtres, this.period(filtres), this.horloge.aujourdhui());
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
