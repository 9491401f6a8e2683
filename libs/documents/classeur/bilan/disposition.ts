import type { ContenuBilan, IndicateurBilan, QuestionBilan } from '@coopilote/domain/bilans';

/** One report, as its workbook needs it. */
export interface BilanEnClasseur {
  id: string;
  version: number;
  action: string;
  structure: string;
  cooperative: string;
  annee: number;
  trimestre: number;
  /** False: everything is locked, it is a copy to read. */
  modifiable: boolean;
  beneficiairesCibles: number | null;
  questions: readonly QuestionBilan[];
  indicateurs: readonly IndicateurBilan[];
  contenu: ContenuBilan;
  precedent: ContenuBilan | null;
}

/** What is needed to read one back. */
export type BilanAttendu = Pick<BilanEnClasseur, 'id' | 'questions' | 'indicateurs'>;

export const FEUILLE_BILAN = 'Bilan';
/** Layout « coopilote-bilan/1 »: another order is another version. */
export const COL = { titre: 0, reponse: 1, texte: 2, prevu: 3, cumul: 4, precedent: 5, cle: 6 } as const;
export const ENTETES = [
  'Question ou indicateur',
  'Votre réponse',
  'Pourquoi, ou votre texte',
  'Prévu ce trimestre',
  'Depuis janvier',
  'Trimestre précédent',
  'Repère',
] as const;
export const LIGNE_ENTETES = 3;
