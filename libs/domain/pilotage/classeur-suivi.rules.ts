import type { ContenuBilan, QuestionBilan } from '../bilans/bilan.rules';
import { elementsBilan, type ElementBilan } from '../bilans/classeur.rules';
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
  indicateurs: IndicateurSuiviClasseur[];
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
    ...CLES_GAUCHE.map((cle) => ({ cle, titre: TITRES_GAUCHE[cle], texte: String(gauche[cle] ?? '').trim() })),
    ...elementsBilan(contenu, questions, indicateurs),
  ].map(({ cle, titre, texte }) => ({ cle: cleSuivi(ficheActionId, cle), titre: `${intitule} – ${titre}`, texte }));
}

export const estGauche = (cle: string): boolean => (CLES_GAUCHE as string[]).includes(cle.split('|')[1] ?? '');
