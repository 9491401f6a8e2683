import { Injectable } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { rapportConsolidationDocx, rapportConsolidationPdf } from '@coopilote/documents';
import { decalerTrimestre, ecrireTrimestre, libelleCourtTrimestre, rangTrimestre } from '@coopilote/domain/commun';
import {
  lignesDeGroupes,
  tauxRealisation,
  libelleCle,
  type AxeGroupe,
  type FormatRapport,
  type IndicateurRapport,
  type ManquantsDepartement,
  type RapportConsolidation,
  type RapportDemande,
  type TotalRapport,
} from '@coopilote/domain/consolidation';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';
import { ConsolidationService } from '../consolidation/consolidation.service';
import { Horloge } from '../platform/horloge';
import { countReports, readNoms } from './exports.queries';
import { sansMots } from './groupes-export.service';
import { direFiltres, direPeriode } from './notes';
import { listManquants, readPerimetre } from './rapport.queries';

/** Quarters of the evolution when the period is shorter: two years say more than one point. */
const RECUL = 8;
const DOCUMENTS: Record<FormatRapport, typeof rapportConsolidationPdf> = {
  pdf: rapportConsolidationPdf,
  docx: rapportConsolidationDocx,
};

const AUCUN: TotalRapport = {
  ...{ libelle: 'Ensemble', actions: 0, bilansAttendus: 0, bilansRecus: 0, bilansValides: 0 },
  ...{ beneficiairesCibles: 0, beneficiairesBas: 0, beneficiairesHaut: 0 },
};

/** The report of a period over the region. */
@Injectable()
export class RapportService {
  constructor(
    private readonly horloge: Horloge,
    private readonly consolidation: ConsolidationService,
  ) {}

  /** @throws SaisieInvalide */
  async document(ctx: ContextePersonne, demande: RapportDemande): Promise<{ nom: string; contenu: Buffer }> {
    const { format = 'pdf' } = demande;
    const { du, au } = this.consolidation.period(demande);
    const rapport = await this.compose(ctx, demande);
    const periode =
      ecrireTrimestre(du) === ecrireTrimestre(au)
        ? ecrireTrimestre(du)
        : `${ecrireTrimestre(du)}_${ecrireTrimestre(au)}`;
    return {
      nom: `coopilote-rapport_${periode}_${this.horloge.aujourdhui()}.${format}`,
      contenu: await DOCUMENTS[format](rapport, { maintenant: this.horloge.maintenant() }),
    };
  }

  private async compose(ctx: ContextePersonne, demande: RapportDemande): Promise<RapportConsolidation> {
    const periode = this.consolidation.period(demande);
    if (demande.q) throw sansMots();
    const total = (await this.lines(ctx, demande))[0] ?? AUCUN;
    const departements = await this.lines(ctx, demande, 'departement');
    const thematiques = await this.lines(ctx, demande, 'thematique');
    const publics = await this.lines(ctx, demande, 'public');
    const courte = rangTrimestre(periode.au) - rangTrimestre(periode.du) + 1 < RECUL / 2;
    const debut = courte ? decalerTrimestre(periode.au, 1 - RECUL) : periode.du;
    const evolution = { ...demande, du: ecrireTrimestre(debut), au: ecrireTrimestre(periode.au) };
    const trimestres = await this.lines(ctx, evolution, 'trimestre');
    const codes = departements.map(({ cle }) => cle);
    const { enRetard } = await countReports(ctx, this.consolidation.select(ctx, demande));
    const lieu = await readPerimetre(ctx, codes);
    return {
      perimetre: nommer(lieu),
      periode: direPeriode(periode),
      filtres: direFiltres(demande, await readNoms(ctx, demande)),
      demonstration: lieu.demonstration,
      ...{ total, enRetard, departements, thematiques, publics, trimestres },
      evolution: courte
        ? `Les huit trimestres qui finissent par ${libelleCourtTrimestre(periode.au)}, avec les mêmes filtres`
        : 'Les trimestres de la période',
      indicateurs: await this.indicators(ctx, demande),
      manquants: await this.missing(ctx, demande),
    };
  }

  /** The groups of an axis, by their words; the total alone without one. */
  private async lines(
    ctx: ContextePersonne,
    { page: _page, limite: _limite, ...filtres }: RapportDemande,
    axe?: AxeGroupe,
  ): Promise<(TotalRapport & { cle: string })[]> {
    const groupes = await this.consolidation.groups(ctx, { ...filtres, par: axe });
    return lignesDeGroupes(groupes)
      .filter(({ cles }) => cles.length === (axe ? 1 : 0))
      .map(({ cles: [cle = ''], ...m }) => ({
        cle,
        libelle: axe ? libelleCle(axe, cle, groupes.libelles[axe]) : 'Ensemble',
        ...{ actions: m.actions, bilansAttendus: m.attendus, bilansRecus: m.recus, bilansValides: m.valides },
        ...{ beneficiairesCibles: m.cibles ?? 0, beneficiairesBas: m.bas ?? 0, beneficiairesHaut: m.haut ?? 0 },
      }));
  }

  /** By code, which regions share. */
  private async indicators(ctx: ContextePersonne, demande: RapportDemande): Promise<IndicateurRapport[]> {
    const { page: _page, limite: _limite, ...filtres } = demande;
    const groupes = await this.consolidation.groups(ctx, { ...filtres, par: 'indicateur' });
    return lignesDeGroupes(groupes)
      .flatMap(({ cles: [cle], bas, haut, prevision, actions, recus }) => {
        if (!cle) return [];
        const [, unite, modeAgregation] = cle.split(':') as [string, Unite, ModeAgregation];
        const libelle = groupes.libelles['indicateur']?.[cle] ?? cle;
        const taux = tauxRealisation(haut, prevision);
        return [{ libelle, unite, modeAgregation, bas, haut, prevision, taux, actions, releves: recus }];
      })
      .toSorted((a, b) => a.libelle.localeCompare(b.libelle, 'fr'));
  }

  private async missing(ctx: ContextePersonne, demande: RapportDemande): Promise<ManquantsDepartement[]> {
    const lus = await listManquants(ctx, this.consolidation.select(ctx, demande));
    return [...Map.groupBy(lus, ({ departement }) => departement)].map(([departement, siens]) => ({
      departement,
      nombre: siens[0]?.nombre ?? 0,
      bilans: siens.map(({ action, structure, annee, trimestre, etat }) => ({
        ...{ action, structure, etat },
        trimestre: libelleCourtTrimestre({ annee, trimestre }),
      })),
    }));
  }
}

/** « Île-de-France », « Essonne (Île-de-France) », « 18 régions ». */
function nommer({ regions, noms }: { regions: readonly string[]; noms: readonly string[] }): string {
  if (regions.length === 0) return 'Aucun département';
  if (regions.length > 1) return `${regions.length} régions`;
  return noms.length === 1 ? `${noms[0]} (${regions[0]})` : (regions[0] ?? '');
}
