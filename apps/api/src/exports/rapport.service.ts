import { Injectable } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { rapportConsolidationDocx, rapportConsolidationPdf } from '@coopilote/documents';
import { decalerTrimestre, ecrireTrimestre, libelleCourtTrimestre, rangTrimestre } from '@coopilote/domain/commun';
import {
  lignesDeGroupes,
  tauxRealisation,
  type Axe,
  type FormatRapport,
  type IndicateurRapport,
  type ManquantsDepartement,
  type RapportConsolidation,
  type RapportDemande,
} from '@coopilote/domain/consolidation';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';
import { ConsolidationService } from '../consolidation/consolidation.service';
import { Horloge } from '../platform/horloge';
import { readNoms } from './exports.queries';
import { direFiltres, direPeriode } from './notes';
import { listManquants, readPerimetre } from './rapport.queries';

/** Quarters of the evolution when the period is shorter: two years say more than one point. */
const RECUL = 8;
const DOCUMENTS: Record<FormatRapport, typeof rapportConsolidationPdf> = {
  pdf: rapportConsolidationPdf,
  docx: rapportConsolidationDocx,
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
    const par = (axe: Axe, autre: object = {}) => this.consolidation.totals(ctx, { ...demande, ...autre, axe });
    const { total, lignes: departements } = await par('departement');
    const { lignes: thematiques } = await par('thematique');
    const { lignes: publics } = await par('public');
    const courte = rangTrimestre(periode.au) - rangTrimestre(periode.du) + 1 < RECUL / 2;
    const debut = courte ? decalerTrimestre(periode.au, 1 - RECUL) : periode.du;
    const { lignes: trimestres } = await par('trimestre', {
      du: ecrireTrimestre(debut),
      au: ecrireTrimestre(periode.au),
    });
    const codes = departements.flatMap(({ cle }) => cle ?? []);
    const lieu = await readPerimetre(ctx, codes);
    return {
      perimetre: nommer(lieu),
      periode: direPeriode(periode),
      filtres: direFiltres(demande, await readNoms(ctx, demande)),
      demonstration: lieu.demonstration,
      ...{ total, departements, thematiques, publics, trimestres },
      evolution: courte
        ? `Les huit trimestres qui finissent par ${libelleCourtTrimestre(periode.au)}, avec les mêmes filtres`
        : 'Les trimestres de la période',
      indicateurs: await this.indicators(ctx, demande),
      manquants: await this.missing(ctx, demande),
    };
  }

  /** By code, which regions share; each region's own when words are looked for, which the groups do not know. */
  private async indicators(ctx: ContextePersonne, demande: RapportDemande): Promise<IndicateurRapport[]> {
    if (demande.q) {
      const lus = await this.consolidation.indicators(ctx, demande);
      return lus.map((i) => ({ ...i, releves: i.bilans }));
    }
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
