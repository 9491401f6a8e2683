import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Departement, Introuvable, Region, SaisieInvalide, type ContextePersonne } from '@coopilote/db';
import { libelleTrimestre, lireTrimestre, type Page } from '@coopilote/domain/commun';
import {
  prevuDe,
  reunir,
  SANS_VALEURS,
  totalDe,
  type ComptesCompares,
  type ComptesFiges,
  type Composantes,
  type DifferencesDemandees,
  type DifferencesLues,
  type EtatFigeCree,
  type EtatFigeLu,
  type EtatFigeVerifie,
  type EtatsFigesDemandes,
  type TerritoireFigeable,
  type TotalCompare,
} from '@coopilote/domain/etats-figes';
import { enPage } from '../platform/conditions';
import { exiger } from '../platform/exiger';
import { listDifferences } from './differences.queries';
import {
  freeze,
  listCounts,
  listFrozen,
  listTerritories,
  listTotals,
  recompute,
  type ComptesDepartement,
  type CumulCommun,
} from './etats-figes.queries';

const ENSEMBLE = 'Ensemble';
const AUCUN: ComptesFiges = { attendus: 0, recus: 0, valides: 0, beneficiaires: 0, cibles: 0 };

/** Quarters kept as they stood, and what has changed since. */
@Injectable()
export class EtatsFigesService {
  async list(ctx: ContextePersonne, demande: EtatsFigesDemandes): Promise<Page<EtatFigeLu>> {
    const { lignes, total } = await listFrozen(ctx, demande, { trimestre: lireTrimestre(demande.trimestre ?? '') });
    return enPage(demande, lignes, total);
  }

  territories(ctx: ContextePersonne): Promise<TerritoireFigeable[]> {
    return listTerritories(ctx);
  }

  /** @throws Introuvable when it is not the reader’s to read */
  async read(ctx: ContextePersonne, id: string): Promise<EtatFigeLu> {
    const { lignes } = await listFrozen(ctx, {}, { id });
    if (!lignes[0]) throw new Introuvable('Cet état figé');
    return lignes[0];
  }

  /**
   * Keeps a quarter of a département or of a région as it stands now.
   * @throws Interdit; SaisieInvalide when nothing is expected of the quarter there, or the name is taken
   */
  async freeze(ctx: ContextePersonne, { nom, ...saisie }: EtatFigeCree): Promise<EtatFigeLu> {
    const lieu = await this.locate(ctx, saisie);
    exiger(
      ctx,
      'etatFige.figer',
      { regionCode: lieu.region, departementCode: lieu.departement },
      'Une région est figée par son siège, un département par sa délégation ou par le siège.',
    );
    const trimestre = lireTrimestre(saisie.trimestre);
    if (!trimestre) throw invalide('trimestre', 'Trimestre\u00a0: choisir dans la liste.');
    const id = randomUUID();
    if ((await freeze(ctx, id, lieu, trimestre, nom)) === 0) {
      throw invalide(
        'trimestre',
        `Trimestre\u00a0: aucun bilan n’est attendu pour le ${libelleTrimestre(trimestre)} sur ce territoire. Choisissez-en un autre.`,
      );
    }
    return this.read(ctx, id);
  }

  /** Makes its print again from what is kept. @throws Introuvable */
  async verify(ctx: ContextePersonne, id: string): Promise<EtatFigeVerifie> {
    const { empreinte } = await this.read(ctx, id);
    const recalculee = await recompute(ctx, id);
    return { intact: recalculee === empreinte, empreinte, recalculee };
  }

  /** What is no longer as it was, and the totals of both moments. @throws Introuvable */
  async differences(ctx: ContextePersonne, id: string, demande: DifferencesDemandees): Promise<DifferencesLues> {
    const etat = await this.read(ctx, id);
    const { comptes, lignes, total } = await listDifferences(ctx, etat, demande);
    const bilans = comparerComptes(await listCounts(ctx, etat));
    const totaux = comparerTotaux(await listTotals(ctx, etat));
    return { ...enPage(demande, lignes, total), comptes, bilans, totaux };
  }

  private async locate(
    ctx: ContextePersonne,
    { departement, region }: Pick<EtatFigeCree, 'departement' | 'region'>,
  ): Promise<{ region: string; departement: string | null }> {
    if (departement) {
      const lu = await ctx.manager.findOneBy(Departement, { code: departement });
      if (lu) return { region: lu.regionCode, departement };
    } else if (region) {
      if (await ctx.manager.existsBy(Region, { code: region })) return { region, departement: null };
    }
    throw invalide('departement', 'Territoire\u00a0: choisissez une région ou un département.');
  }
}

const invalide = (champ: string, message: string): SaisieInvalide =>
  new SaisieInvalide([{ champ, code: 'etat_fige', message }]);

/** Together first, when there are several départements, then each of them. */
function comparerComptes(lus: ComptesDepartement[]): ComptesCompares[] {
  const parDepartement = [...Map.groupBy(lus, (l) => l.departementCode)].map(([departementCode, siens]) => ({
    departementCode,
    departement: siens[0]?.departement ?? departementCode,
    avant: siens.find(({ moment }) => moment === 'avant') ?? AUCUN,
    apres: siens.find(({ moment }) => moment === 'apres') ?? AUCUN,
  }));
  const somme = (moment: 'avant' | 'apres') =>
    lus
      .filter((l) => l.moment === moment)
      .reduce<ComptesFiges>(
        (a, b) => ({
          attendus: a.attendus + b.attendus,
          recus: a.recus + b.recus,
          valides: a.valides + b.valides,
          beneficiaires: a.beneficiaires + b.beneficiaires,
          cibles: a.cibles + b.cibles,
        }),
        AUCUN,
      );
  const tous = parDepartement.map((ligne) => ({ ...ligne, avant: seuls(ligne.avant), apres: seuls(ligne.apres) }));
  if (tous.length < 2) return tous;
  return [{ departementCode: null, departement: ENSEMBLE, avant: somme('avant'), apres: somme('apres') }, ...tous];
}

const seuls = ({ attendus, recus, valides, beneficiaires, cibles }: ComptesFiges): ComptesFiges => ({
  ...{ attendus, recus, valides, beneficiaires, cibles },
});

/** By common indicator, together first. A unit or a mode that changed since makes two figures that are not compared. */
function comparerTotaux(lus: CumulCommun[]): TotalCompare[] {
  const groupes = Map.groupBy(lus, (l) => `${l.indicateurCommunId}:${l.unite}:${l.modeAgregation}`);
  return [...groupes.values()].flatMap((siens) => {
    const parDepartement = [...Map.groupBy(siens, (l) => l.departementCode).values()];
    const tous = parDepartement.map((lignes) => comparer(lignes, lignes[0]?.departementCode ?? null));
    return parDepartement.length > 1 ? [comparer(siens, null), ...tous] : tous;
  });
}

function comparer(lignes: CumulCommun[], departementCode: string | null): TotalCompare {
  const [premier] = lignes as [CumulCommun, ...CumulCommun[]];
  const { indicateurCommunId, libelle, unite, modeAgregation } = premier;
  const cumul = (moment: CumulCommun['moment']) =>
    lignes.filter((l) => l.moment === moment).reduce<Composantes>(reunir, SANS_VALEURS);
  const [avant, apres] = [cumul('avant'), cumul('apres')];
  return {
    ...{ departementCode, departement: departementCode === null ? ENSEMBLE : premier.departement },
    // An indicator that was deleted since has lost its name.
    ...{ indicateurCommunId, libelle: libelle ?? 'Indicateur supprimé', unite, modeAgregation },
    avant: totalDe(modeAgregation, unite, avant),
    apres: totalDe(modeAgregation, unite, apres),
    prevuAvant: prevuDe(modeAgregation, unite, avant),
    prevuApres: prevuDe(modeAgregation, unite, apres),
  };
}
