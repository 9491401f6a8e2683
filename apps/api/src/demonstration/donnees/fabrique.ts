import { indicateursCommuns } from './indicateurs-communs';
import type { Reperes } from './calendrier';
import type {
  DemoAction,
  DemoCooperative,
  DemoEtape,
  DemoIndicateur,
  ModeAgregation,
  TypeIndicateur,
  Unite,
} from './types';

/** Bornes en trimestres depuis le trimestre en cours : [-9, 3] commence neuf trimestres avant et finit trois après. */
export type Periode = [debut: number, fin: number];

export type IndicateurSource = Omit<DemoIndicateur, 'cle'>;

export interface ActionSource extends Omit<DemoAction, 'calendrierDebut' | 'calendrierFin' | 'indicateurs'> {
  periode: Periode;
  indicateurs: IndicateurSource[];
}

/** Bornes en mois depuis le premier mois du trimestre en cours. `etat` absent : déduit de la date du jour. */
export interface EtapeSource extends Omit<DemoEtape, 'cle' | 'debut' | 'fin' | 'etat'> {
  mois: [debut: number, fin: number];
  etat?: DemoEtape['etat'];
}

export interface CooperativeSource extends Omit<DemoCooperative, 'debut' | 'fin' | 'adhesions' | 'etapes' | 'actions'> {
  /** En mois depuis le premier mois du trimestre en cours. */
  debutMois: number;
  /** Structure, trimestre d’entrée, trimestre de sortie s’il y a lieu. */
  adhesions: [structure: string, debut: number, fin?: number][];
  etapes: EtapeSource[];
  actions: ActionSource[];
}

export type Previsions = [trimestre: number, annee: number];

interface OptionsIndicateur {
  reference?: number;
  /** Résultat final, mesuré sur la santé et sur plusieurs années, plutôt qu’intermédiaire (guide, fiche 5). */
  final?: boolean;
}

/** Indicateur propre à l’action. */
export function propre(
  type: TypeIndicateur,
  libelle: string,
  [unite, modeAgregation]: [Unite, ModeAgregation],
  [previsionTrimestrielle, previsionAnnuelle]: Previsions,
  sources: string,
  options: OptionsIndicateur = {},
): IndicateurSource {
  return {
    type,
    ...(type === 'RESULTAT' ? { niveauResultat: options.final ? 'FINAL' : 'INTERMEDIAIRE' } : {}),
    libelle,
    unite,
    modeAgregation,
    ...(options.reference === undefined ? {} : { valeurReference: options.reference }),
    sources,
    previsionTrimestrielle,
    previsionAnnuelle,
  };
}

/** Indicateur qui alimente un indicateur commun régional : il en prend type, unité et mode d’agrégation. */
export function commun(
  code: string,
  libelle: string,
  previsions: Previsions,
  sources: string,
  options: OptionsIndicateur = {},
): IndicateurSource {
  const modele = indicateursCommuns.find((indicateur) => indicateur.code === code);
  if (!modele) throw new Error(`Indicateur commun inconnu : ${code}`);
  const { type, unite, modeAgregation } = modele;
  return { ...propre(type, libelle, [unite, modeAgregation], previsions, sources, options), commun: code };
}

const PREFIXES: Record<TypeIndicateur, string> = { PROCESSUS: 'ip', ACTIVITE: 'ia', RESULTAT: 'ir' };

function numeroter(cleAction: string, sources: IndicateurSource[]): DemoIndicateur[] {
  const rangs: Record<TypeIndicateur, number> = { PROCESSUS: 0, ACTIVITE: 0, RESULTAT: 0 };
  return sources.map((source) => {
    rangs[source.type] += 1;
    return { cle: `${cleAction}-${PREFIXES[source.type]}${rangs[source.type]}`, ...source };
  });
}

function construireAction(
  { periode: [debut, fin], indicateurs, ...action }: ActionSource,
  reperes: Reperes,
): DemoAction {
  return {
    ...action,
    calendrierDebut: reperes.debut(debut),
    calendrierFin: reperes.fin(fin),
    indicateurs: numeroter(action.cle, indicateurs),
  };
}

function construireEtape({ mois, etat, ...etape }: EtapeSource, cle: string, reperes: Reperes): DemoEtape {
  const debut = reperes.debutMois(mois[0]);
  const fin = reperes.finMois(mois[1]);
  const selonDates = fin < reperes.aujourdhui ? 'FAIT' : debut <= reperes.aujourdhui ? 'EN_COURS' : 'A_FAIRE';
  return { cle, ...etape, debut, fin, etat: etat ?? selonDates };
}

export const MENTION_DEMONSTRATION =
  'Données de démonstration : les structures, les personnes et les chiffres sont inventés.';

export function construireCooperative(source: CooperativeSource, reperes: Reperes): DemoCooperative {
  const { debutMois, adhesions, etapes, actions, presentation, ...reste } = source;
  return {
    ...reste,
    presentation: `${presentation}\n\n${MENTION_DEMONSTRATION}`,
    debut: reperes.debutMois(debutMois),
    adhesions: adhesions.map(([structure, debut, fin]) => ({
      structure,
      debut: reperes.debut(debut),
      ...(fin === undefined ? {} : { fin: reperes.fin(fin) }),
    })),
    etapes: etapes.map((etape, rang) => construireEtape(etape, `${source.cle}-etape-${rang + 1}`, reperes)),
    actions: actions.map((action) => construireAction(action, reperes)),
  };
}
