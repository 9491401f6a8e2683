import { jourEnChiffres, type Jour } from '../commun/dates';
import { agregerTrimestres, tauxRealisation, type Agregat, type Releve } from '../consolidation/agregation.rules';
import { limiteBilanAnnuel } from '../gouvernance/echeances.rules';
import type { ModeAgregation, TypeIndicateur, Unite } from '../referentiel/listes';
import type { EtatFiche } from '../actions/fiche-action.rules';
import type { CleTexteBilan, EtatBilan } from './bilan.rules';
import type { CleQuestion, Reponse } from './questions.rules';

/** Drafted with the partners, presented to the enlarged meeting (its contents are then frozen), adopted with its decisions. */
export const ETATS_BILAN_ANNUEL = ['BROUILLON', 'PRESENTE', 'ADOPTE'] as const;
export type EtatBilanAnnuel = (typeof ETATS_BILAN_ANNUEL)[number];
export const LIBELLES_ETATS_BILAN_ANNUEL: Record<EtatBilanAnnuel, string> = {
  BROUILLON: 'brouillon',
  PRESENTE: 'présenté',
  ADOPTE: 'adopté',
};

/** What becomes of an action (R10; convention, article 4.4: « déterminer la reconduction ou non d'une action engagée »). */
export const DEVENIRS_ACTION = ['RECONDUITE', 'MODIFIEE', 'ARRETEE'] as const;
export type DevenirAction = (typeof DEVENIRS_ACTION)[number];
export const LIBELLES_DEVENIRS: Record<DevenirAction, string> = {
  RECONDUITE: 'reconduite',
  MODIFIEE: 'modifiée',
  ARRETEE: 'arrêtée',
};

const PASSAGES: readonly [EtatBilanAnnuel, EtatBilanAnnuel][] = [
  ['BROUILLON', 'PRESENTE'],
  ['PRESENTE', 'ADOPTE'],
  ['PRESENTE', 'BROUILLON'],
  ['ADOPTE', 'BROUILLON'],
];
export const passageAnnuelPossible = (de: EtatBilanAnnuel, vers: EtatBilanAnnuel): boolean =>
  PASSAGES.some(([depart, arrivee]) => depart === de && arrivee === vers);

/** A quarter of an action: where its report stands, and the version that the year was made from. */
export interface TrimestreAnnuel {
  trimestre: number;
  bilanId: string;
  etat: EtatBilan;
  recu: boolean;
  /** Its quarter has ended: the report is waited for. */
  attendu: boolean;
  numeroVersion: number;
  beneficiaires: number | null;
}

export interface IndicateurAnnuel {
  id: string;
  type: TypeIndicateur;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
  sources: string | null;
  prevision: number | null;
  /** Over distinct people who may have come in several quarters, `bas` and `haut` differ. */
  bas: number | null;
  haut: number | null;
  taux: number | null;
  /** Number of values behind the figure, and each of them. */
  releves: number;
  valeurs: Releve[];
  /** R17: a small count, not shown to this reader. */
  masque?: true;
}

export interface ReponseAnnuelle {
  cle: CleQuestion;
  trimestres: { trimestre: number; reponse: Reponse; motif: string | null }[];
}

/** What the structure says of the whole year. */
export interface TextesVolet {
  synthese: string | null;
  proposition: DevenirAction | null;
  motifProposition: string | null;
}

export interface ActionAnnuelle extends TextesVolet {
  ficheActionId: string;
  intitule: string;
  structureId: string;
  structure: string;
  objectif: string | null;
  objectifsPoursuivis: string | null;
  resultatsAttendus: string | null;
  publics: string[];
  territoire: string;
  beneficiairesCibles: number | null;
  beneficiaires: { bas: number | null; haut: number | null };
  /** R17. */
  beneficiairesMasques?: true;
  trimestres: TrimestreAnnuel[];
  indicateurs: IndicateurAnnuel[];
  reponses: ReponseAnnuelle[];
  recits: Record<CleTexteBilan, { trimestre: number; texte: string }[]>;
}

/** All that the report says, as it is frozen when it is presented. */
export interface ContenuAnnuel {
  cooperative: string;
  departement: string;
  region: string;
  annee: number;
  demonstration: boolean;
  synthese: string | null;
  enseignements: string | null;
  perspectives: string | null;
  attendus: number;
  recus: number;
  beneficiairesCibles: number;
  beneficiaires: { bas: number | null; haut: number | null };
  beneficiairesMasques?: true;
  actions: ActionAnnuelle[];
}

/** The forecast of a year: the one set for it, else those of its quarters put together as the values are. */
export function previsionAnnuelle(
  mode: ModeAgregation,
  unite: Unite,
  previsions: readonly { annee: number; trimestre: number; valeur: number }[],
): number | null {
  const annuelle = previsions.find(({ trimestre }) => trimestre === 0);
  if (annuelle) return annuelle.valeur;
  // The forecast of a ratio is the ratio itself: over quarters it averages.
  return agregerTrimestres(mode === 'RATIO' ? 'MOYENNE' : mode, unite, previsions).haut;
}

/** An indicator over its year: missing quarters are counted apart, never as zero. */
export function consoliderAnnee(
  i: Pick<IndicateurAnnuel, 'id' | 'type' | 'libelle' | 'unite' | 'modeAgregation' | 'sources'>,
  previsions: readonly { annee: number; trimestre: number; valeur: number }[],
  valeurs: readonly Releve[],
): IndicateurAnnuel {
  const { bas, haut, releves } = agregerTrimestres(i.modeAgregation, i.unite, valeurs);
  const prevision = previsionAnnuelle(i.modeAgregation, i.unite, previsions);
  return { ...i, prevision, bas, haut, releves, valeurs: [...valeurs], taux: tauxRealisation(haut, prevision) };
}

/** People reached over the year: the same may have come each quarter. */
export function beneficiairesDeLAnnee(trimestres: readonly TrimestreAnnuel[]): Agregat {
  return agregerTrimestres(
    'SOMME',
    'PERSONNES',
    trimestres.filter((t) => t.recu).map((t) => ({ annee: 0, trimestre: t.trimestre, valeur: t.beneficiaires })),
  );
}

const PETIT = 10;
const petit = (n: number | null): boolean => n !== null && n >= 1 && n <= PETIT;
const CACHE = { bas: null, haut: null } as const;

/**
 * R17: outside the ARS, a count of people from 1 to 10 is masked, with its rate and the quarters from which it could be deduced; a
 * total from which one masked count alone is missing is masked too. A structure sees its own.
 */
export function masquerContenu(contenu: ContenuAnnuel, siennes: readonly string[]): ContenuAnnuel {
  const actions = contenu.actions.map((action): ActionAnnuelle => {
    if (siennes.includes(action.structureId)) return action;
    const { bas, haut } = action.beneficiaires;
    const cache = petit(bas) || petit(haut);
    return {
      ...action,
      trimestres: action.trimestres.map((t) => ({ ...t, beneficiaires: null })),
      ...(cache ? { beneficiaires: CACHE, beneficiairesMasques: true as const } : {}),
      indicateurs: action.indicateurs.map((i): IndicateurAnnuel => {
        if (i.unite !== 'PERSONNES') return i;
        const sans = { ...i, valeurs: [] };
        return petit(i.bas) || petit(i.haut) ? { ...sans, ...CACHE, taux: null, masque: true } : sans;
      }),
    };
  });
  const masquees = contenu.actions.filter((_, rang) => actions[rang]?.beneficiairesMasques);
  const somme = masquees.reduce((total, { beneficiaires }) => total + (beneficiaires.haut ?? 0), 0);
  const deduit = masquees.length === 1 || (masquees.length > 1 && petit(somme));
  return {
    ...contenu,
    actions,
    ...(deduit ? { beneficiaires: CACHE, beneficiairesMasques: true as const } : {}),
  };
}

/** Reports that the year waits for and did not receive. */
export function bilansManquants(
  actions: readonly ActionAnnuelle[],
): { action: string; structure: string; trimestres: number[] }[] {
  return actions.flatMap(({ intitule: action, structure, trimestres }) => {
    const manquants = trimestres.filter((t) => t.attendu && !t.recu).map((t) => t.trimestre);
    return manquants.length ? [{ action, structure, trimestres: manquants }] : [];
  });
}

const citer = (nom: string): string => `«\u00a0${nom}\u00a0»`;

/** What is still missing before the report is presented, action by action; only the synthesis of the CA holds it back. */
export function manquesAnnuels({ synthese, actions }: ContenuAnnuel): { texte: string; bloque: boolean }[] {
  return [
    ...(synthese ? [] : [{ texte: 'la synthèse de la coopérative', bloque: true }]),
    ...actions
      .filter((a) => !a.synthese || !a.proposition)
      .map(({ intitule, structure, synthese: ecrite }) => ({
        texte: `la ${ecrite ? 'proposition' : 'synthèse'} de l’action ${citer(intitule)} (${structure})`,
        bloque: false,
      })),
  ];
}

/** R10: what the calendar says of the enlarged meeting. */
export function avertissementReunionAnnuelle(
  reunion: Jour | null,
  echeance: Jour | null,
  aujourdhui: Jour,
): string | null {
  if (!echeance) return null;
  const limite = limiteBilanAnnuel(echeance);
  const regle = `L’échéance annuelle est le ${jourEnChiffres(echeance)}\u00a0: la réunion élargie se tient le ${jourEnChiffres(limite)} au plus tard, deux mois avant (convention, article 4.4).`;
  if (reunion) return reunion > limite ? `${regle} Elle est prévue le ${jourEnChiffres(reunion)}.` : null;
  return limite < aujourdhui ? `${regle} Cette date est passée.` : regle;
}

/** Something that a decision calls for: proposed, never done of itself. */
export interface SuiteAnnuelle {
  genre: 'FIN_ACTION' | 'MODIFICATION' | 'RENOUVELLEMENT' | 'AVENANT';
  texte: string;
  lien: string;
  fait: boolean;
}
interface ConventionDeLaSuite {
  id: string;
  fin: Jour | null;
  /** A text that is being written or signed. */
  enCours: 'RENOUVELLEMENT' | 'AVENANT' | 'INITIALE' | null;
}

/** What follows from the decisions (R6, R7): an action that stops ends, one that changes goes through an avenant, one that goes on needs a convention that does. */
export function suitesAnnuelles(
  decisions: readonly { ficheActionId: string; intitule: string; etat: EtatFiche; decision: DevenirAction | null }[],
  convention: ConventionDeLaSuite | null,
  annee: number,
): SuiteAnnuelle[] {
  const suites = decisions.flatMap(({ ficheActionId, intitule, etat, decision }): SuiteAnnuelle[] => {
    const lien = `/fiches-actions/${ficheActionId}`;
    if (decision === 'ARRETEE')
      return [
        {
          genre: 'FIN_ACTION',
          texte: `Mettre fin à l’action ${citer(intitule)}`,
          lien,
          fait: etat === 'TERMINEE' || etat === 'ABANDONNEE',
        },
      ];
    if (decision === 'MODIFIEE')
      return [{ genre: 'MODIFICATION', texte: `Modifier la fiche-action ${citer(intitule)}`, lien, fait: false }];
    return [];
  });
  if (!convention) return suites;
  const lien = `/conventions/${convention.id}`;
  if (decisions.some(({ decision }) => decision === 'MODIFIEE' || decision === 'ARRETEE')) {
    suites.push({
      genre: 'AVENANT',
      texte: 'Préparer un avenant\u00a0: des actions que décrit la convention changent ou s’arrêtent',
      lien,
      fait: convention.enCours === 'AVENANT',
    });
  }
  if (decisions.some(({ decision }) => decision === 'RECONDUITE' || decision === 'MODIFIEE')) {
    suites.push({
      genre: 'RENOUVELLEMENT',
      texte: `Renouveler la convention${convention.fin ? `, qui prend fin le ${jourEnChiffres(convention.fin)}` : ''}\u00a0: elle ne l’est pas d’elle-même`,
      lien,
      fait: convention.enCours === 'RENOUVELLEMENT' || (convention.fin ?? '') > `${annee + 1}-12-31`,
    });
  }
  return suites;
}
