import type { ContenuBilan, QuestionBilan } from '../bilans/bilan.rules';
import { questionsDemandees, type NiveauBilan } from '../bilans/questions.rules';
import { elementsBilan, enMots, type ElementBilan } from '../bilans/classeur.rules';
import type { ChangementClasseur, RefusCellule } from '../classeurs/classeur.contract';
import type { ModeAgregation, TypeIndicateur, Unite } from '../referentiel/listes';

/** Layout of the workbook of T3. Its columns never move: another order is another version. */
export const FORMAT_CLASSEUR_SUIVI = 'coopilote-suivi/1';

/** The left part of T3 that a workbook may change: words, as the sheet shows them. */
export const TITRES_GAUCHE = {
  objectifsPoursuivis: 'Objectifs poursuivis',
  resultatsAttendus: 'Résultats attendus',
  public1: 'Public cible 1',
  public2: 'Public cible 2',
  public3: 'Public cible 3',
  autrePublic: 'Autre public cible',
  beneficiairesCibles: 'Nombre de bénéficiaires ciblés',
  territoire: 'Territoire d’intervention',
} as const;
export type CleGauche = keyof typeof TITRES_GAUCHE;
export const CLES_GAUCHE = Object.keys(TITRES_GAUCHE) as CleGauche[];
export type Gauche = Record<Exclude<CleGauche, 'beneficiairesCibles'>, string | null> & {
  beneficiairesCibles: number | null;
};

export interface IndicateurSuiviClasseur {
  id: string;
  type: TypeIndicateur;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
  prevision: number | null;
}

/** One row of T3, as its reader may see it and write it. */
export interface ActionEnClasseur {
  ficheActionId: string;
  objectif: string | null;
  intitule: string;
  structure: string;
  /** In words; empty when the quarter has no report. */
  etatBilan: string;
  gauche: Gauche;
  gaucheModifiable: boolean;
  /** What the reader may read of the report: its own draft, or what was received. */
  contenu: ContenuBilan;
  bilanModifiable: boolean;
  /** What its report asks. */
  niveau: NiveauBilan;
  indicateurs: IndicateurSuiviClasseur[];
}

/** What stands in the cells of a question that the level of a report does not ask. */
export const NON_DEMANDE = 'non demandé';

/** False for a question that the level of the action's report does not ask: its cells are nobody's to fill. */
export function estDemandee({ niveau }: Pick<ActionEnClasseur, 'niveau'>, { cle }: QuestionBilan): boolean {
  return questionsDemandees(niveau).some((question) => question.cle === cle);
}

/** What a workbook of T3 changes, and what is wrong in it. */
export interface ClasseurSuiviLu {
  refus: RefusCellule[];
  changements: ChangementClasseur[];
  /** True once written. */
  applique: boolean;
}

/** Key of an element of an action. */
export const cleSuivi = (ficheActionId: string, cle: string): string => `${ficheActionId}|${cle}`;

/** A row of T3, element by element: the left part, then the report. */
export function elementsSuivi(
  action: Pick<ActionEnClasseur, 'ficheActionId' | 'intitule' | 'gauche' | 'contenu' | 'indicateurs'>,
  questions: readonly QuestionBilan[],
): ElementBilan[] {
  const { ficheActionId, intitule, gauche, contenu, indicateurs } = action;
  return [
    ...CLES_GAUCHE.map((cle) => ({ cle, titre: TITRES_GAUCHE[cle], texte: enMots(String(gauche[cle] ?? '')) })),
    ...elementsBilan(contenu, questions, indicateurs),
  ].map(({ cle, titre, texte }) => ({ cle: cleSuivi(ficheActionId, cle), titre: `${intitule} – ${titre}`, texte }));
}

/**
 * Short mark of a text (cyrb53): the workbook of 500 actions keeps what each cell said when it left, and a mark suffices to
 * tell whether it was touched.
 */
export function marque(texte: string): string {
  let [un, deux] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < texte.length; i++) {
    const code = texte.charCodeAt(i);
    un = Math.imul(un ^ code, 2654435761);
    deux = Math.imul(deux ^ code, 1597334677);
  }
  un = Math.imul(un ^ (un >>> 16), 2246822507) ^ Math.imul(deux ^ (deux >>> 13), 3266489909);
  deux = Math.imul(deux ^ (deux >>> 16), 2246822507) ^ Math.imul(un ^ (un >>> 13), 3266489909);
  return (4294967296 * (2097151 & deux) + (un >>> 0)).toString(36);
}

export const estGauche = (cle: string): boolean => (CLES_GAUCHE as string[]).includes(cle.split('|')[1] ?? '');
