import { Injectable } from '@nestjs/common';
import { Introuvable, type ContextePersonne } from '@coopilote/db';
import {
  beneficiairesDeLAnnee,
  CLES_QUESTIONS,
  consoliderAnnee,
  TEXTES_BILAN,
  type ActionAnnuelle,
  type CleTexteBilan,
  type ContenuAnnuel,
  type ReponseAnnuelle,
  type TextesVolet,
} from '@coopilote/domain/bilans';
import { finTrimestre } from '@coopilote/domain/commun';
import { TableauxService, type IndicateurReleve } from '../pilotage/tableaux.service';
import { Horloge } from '../platform/horloge';
import type { BilanAnnuelEnBase, VoletEnBase } from './bilan-annuel.queries';
import {
  listActionsOfYear,
  listReportsOfYear,
  loadPlace,
  type ActionDeLAnnee,
  type BilanDeLAnnee,
} from './contenu-annuel.queries';

const SANS_VOLET: TextesVolet = { synthese: null, proposition: null, motifProposition: null };

/** What a year says today, from received reports alone: each indicator by its own mode, missing reports counted and never zero. */
@Injectable()
export class ContenuAnnuelService {
  constructor(
    private readonly horloge: Horloge,
    private readonly tableaux: TableauxService,
  ) {}

  /** @throws Introuvable */
  async compute(ctx: ContextePersonne, bilan: BilanAnnuelEnBase, volets: VoletEnBase[]): Promise<ContenuAnnuel> {
    const { cooperativeId, annee, synthese, enseignements, perspectives } = bilan;
    const lieu = await loadPlace(ctx, cooperativeId);
    if (!lieu) throw new Introuvable('Cette coopérative');
    const rapports = grouper(await listReportsOfYear(ctx, cooperativeId, annee), (r) => r.ficheActionId);
    const series = grouper(await this.tableaux.series(ctx, cooperativeId, annee), (i) => i.ficheActionId);
    const textes = new Map(volets.map((v) => [v.ficheActionId, v]));
    const actions = (await listActionsOfYear(ctx, cooperativeId, annee)).map((action) =>
      this.action(
        action,
        annee,
        rapports.get(action.ficheActionId) ?? [],
        series.get(action.ficheActionId) ?? [],
        textes.get(action.ficheActionId) ?? SANS_VOLET,
      ),
    );
    const trimestres = actions.flatMap((a) => a.trimestres);
    const somme = (de: (a: ActionAnnuelle) => number | null): number =>
      actions.reduce((total, a) => total + (de(a) ?? 0), 0);
    const connus = actions.some((a) => a.beneficiaires.haut !== null);
    return {
      ...lieu,
      ...{ annee, synthese, enseignements, perspectives, actions },
      attendus: trimestres.filter((t) => t.attendu || t.recu).length,
      recus: trimestres.filter((t) => t.recu).length,
      beneficiairesCibles: somme((a) => a.beneficiairesCibles),
      beneficiaires: {
        bas: connus ? somme((a) => a.beneficiaires.bas) : null,
        haut: connus ? somme((a) => a.beneficiaires.haut) : null,
      },
    };
  }

  private action(
    action: ActionDeLAnnee,
    annee: number,
    rapports: BilanDeLAnnee[],
    series: IndicateurReleve[],
    { synthese, proposition, motifProposition }: TextesVolet,
  ): ActionAnnuelle {
    const aujourdhui = this.horloge.aujourdhui();
    const trimestres = rapports.map(({ id, trimestre, etat, recu, numeroVersion, beneficiaires }) => ({
      ...{ trimestre, bilanId: id, etat, recu, numeroVersion, beneficiaires },
      attendu: finTrimestre({ annee, trimestre }) < aujourdhui,
    }));
    const { bas, haut } = beneficiairesDeLAnnee(trimestres);
    return {
      ...action,
      ...{ synthese, proposition, motifProposition, trimestres },
      beneficiaires: { bas, haut },
      indicateurs: series.map(({ id, type, libelle, unite, modeAgregation, sources, previsions, releves }) =>
        consoliderAnnee(
          { id, type, libelle, unite, modeAgregation, sources },
          previsions,
          releves.filter((r) => r.annee === annee),
        ),
      ),
      reponses: CLES_QUESTIONS.map((cle) => ({ cle, trimestres: answersTo(cle, rapports) })).filter(
        (r) => r.trimestres.length > 0,
      ),
      recits: Object.fromEntries(TEXTES_BILAN.map((cle) => [cle, tellings(cle, rapports)])) as ActionAnnuelle['recits'],
    };
  }
}

function answersTo(cle: ReponseAnnuelle['cle'], rapports: BilanDeLAnnee[]): ReponseAnnuelle['trimestres'] {
  return rapports.flatMap((r) => {
    const reponse = r[cle];
    return reponse ? [{ trimestre: r.trimestre, reponse, motif: r[`${cle}Motif`] }] : [];
  });
}

function tellings(cle: CleTexteBilan, rapports: BilanDeLAnnee[]): { trimestre: number; texte: string }[] {
  return rapports.flatMap(({ trimestre, [cle]: texte }) => (texte ? [{ trimestre, texte }] : []));
}

function grouper<T>(elements: readonly T[], cle: (element: T) => string): Map<string, T[]> {
  const groupes = new Map<string, T[]>();
  for (const element of elements) {
    const groupe = groupes.get(cle(element));
    if (groupe) groupe.push(element);
    else groupes.set(cle(element), [element]);
  }
  return groupes;
}
