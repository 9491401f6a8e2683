import { Injectable } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import {
  decalerTrimestre,
  ecrireTrimestre,
  lireTrimestre,
  trimestreDe,
  type Trimestre,
} from '@coopilote/domain/commun';
import { agregerTrimestres, tauxRealisation, tendance } from '@coopilote/domain/consolidation';
import type {
  CelluleIndicateur,
  IndicateurSuivi,
  LigneT2,
  SuiviActions,
  SuiviIndicateurs,
  TrimestreDemande,
} from '@coopilote/domain/pilotage';
import { CooperativeAcces } from '../cooperatives/cooperative-acces.service';
import { Horloge } from '../platform/horloge';
import {
  listActionsOfQuarter,
  listActionsOfYear,
  listIndicatorSeries,
  type IndicateurReleve,
} from './tableaux.queries';

export type { IndicateurReleve };

/** T2 and T3 of a CA (guide, fiche 5), from received reports alone. */
@Injectable()
export class TableauxService {
  constructor(
    private readonly horloge: Horloge,
    private readonly acces: CooperativeAcces,
  ) {}

  /** T2: forecast, value to date of the year, rate and trend of each indicator. */
  async indicators(ctx: ContextePersonne, cooperativeId: string, demande: TrimestreDemande): Promise<SuiviIndicateurs> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'tableaux.lire');
    const t = this.quarter(demande);
    const actions = await listActionsOfYear(ctx, cooperativeId, t);
    const parAction = grouper(await listIndicatorSeries(ctx, cooperativeId, t));
    const lignes = actions.map((action): LigneT2 => {
      const indicateurs = parAction.get(action.ficheActionId) ?? [];
      const de = (type: string) => indicateurs.filter((i) => i.type === type).map((i) => suivre(i, t));
      const sources = [...new Set(indicateurs.map((i) => i.sources).filter((s) => s !== null))].join('\n');
      return { ...action, processus: de('PROCESSUS'), activite: de('ACTIVITE'), resultat: de('RESULTAT'), sources };
    });
    return { cooperative: ca.intitule, trimestre: ecrireTrimestre(t), lignes };
  }

  /** T3: one row an action of the quarter; the answers of received reports, and where the others stand. */
  async actions(ctx: ContextePersonne, cooperativeId: string, demande: TrimestreDemande): Promise<SuiviActions> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'tableaux.lire');
    const t = this.quarter(demande);
    const actions = await listActionsOfQuarter(ctx, cooperativeId, t, this.horloge.aujourdhui());
    const parAction = grouper(await listIndicatorSeries(ctx, cooperativeId, t));
    return {
      cooperative: ca.intitule,
      trimestre: ecrireTrimestre(t),
      attendus: actions.filter((a) => a.bilanId !== null).length,
      recus: actions.filter((a) => a.etatBilan === 'TRANSMIS' || a.etatBilan === 'VALIDE').length,
      lignes: actions.map((action) => ({ ...action, ...cellules(parAction.get(action.ficheActionId) ?? [], t) })),
    };
  }

  /** Every indicator of a CA with its forecasts of the year and what was received, for who has already let the reader in. */
  series(ctx: ContextePersonne, cooperativeId: string, annee: number): Promise<IndicateurReleve[]> {
    return listIndicatorSeries(ctx, cooperativeId, { annee, trimestre: 4 });
  }

  /** The quarter asked for, or the last that has ended. */
  private quarter({ trimestre }: TrimestreDemande): Trimestre {
    return lireTrimestre(trimestre ?? '') ?? decalerTrimestre(trimestreDe(this.horloge.aujourdhui()), -1);
  }
}

function grouper(indicateurs: IndicateurReleve[]): Map<string, IndicateurReleve[]> {
  const parAction = new Map<string, IndicateurReleve[]>();
  for (const indicateur of indicateurs) {
    const autres = parAction.get(indicateur.ficheActionId);
    if (autres) autres.push(indicateur);
    else parAction.set(indicateur.ficheActionId, [indicateur]);
  }
  return parAction;
}

function valeurAu(i: IndicateurReleve, t: Trimestre): number | null {
  const duTrimestre = i.releves.filter((r) => r.annee === t.annee && r.trimestre === t.trimestre);
  return agregerTrimestres(i.modeAgregation, i.unite, duTrimestre).haut;
}

/** Forecast of the year up to the quarter, put together as the values are; that of the whole year when no quarter has one. */
function prevuJusque(i: IndicateurReleve, t: Trimestre): number | null {
  const trimestriels = i.previsions.filter((p) => p.trimestre > 0);
  if (trimestriels.length === 0) return i.previsions[0]?.valeur ?? null;
  // The forecast of a ratio is the ratio itself: over quarters it averages.
  const mode = i.modeAgregation === 'RATIO' ? 'MOYENNE' : i.modeAgregation;
  const echues = trimestriels.filter((p) => p.trimestre <= t.trimestre);
  return agregerTrimestres(mode, i.unite, echues).haut;
}

function suivre(i: IndicateurReleve, t: Trimestre): IndicateurSuivi {
  const { id, type, libelle, unite, modeAgregation } = i;
  const annee = i.releves.filter((r) => r.annee === t.annee);
  const { bas, haut } = agregerTrimestres(modeAgregation, unite, annee);
  const prevision = prevuJusque(i, t);
  return {
    ...{ id, type, libelle, unite, modeAgregation, prevision, bas, haut },
    taux: tauxRealisation(haut, prevision),
    tendance: tendance(valeurAu(i, decalerTrimestre(t, -1)), valeurAu(i, t)),
  };
}

/** The three indicators of activity and the three of results that T3 shows first, and the others. */
function cellules(indicateurs: IndicateurReleve[], t: Trimestre) {
  const cellule = (i: IndicateurReleve): CelluleIndicateur => ({
    libelle: i.libelle,
    unite: i.unite,
    valeur: valeurAu(i, t),
    prevision: i.previsions.find((p) => p.trimestre === t.trimestre)?.valeur ?? null,
  });
  const activite = indicateurs.filter((i) => i.type === 'ACTIVITE').map(cellule);
  const resultat = indicateurs.filter((i) => i.type === 'RESULTAT').map(cellule);
  const processus = indicateurs.filter((i) => i.type === 'PROCESSUS').map(cellule);
  const [activite1 = null, activite2 = null, activite3 = null, ...autresActivite] = activite;
  const [resultat1 = null, resultat2 = null, resultat3 = null, ...autresResultat] = resultat;
  return {
    ...{ activite1, activite2, activite3, resultat1, resultat2, resultat3 },
    autresIndicateurs: [...autresActivite, ...autresResultat, ...processus],
  };
}
