import { Choix } from '../commun/champs';

export const FORMATS_CLASSEUR = ['xlsx', 'ods'] as const;
export type FormatClasseur = (typeof FORMATS_CLASSEUR)[number];

export class FormatDemande {
  /** `xlsx` when absent. */
  @Choix(FORMATS_CLASSEUR, { libelle: 'Format' }) format?: FormatClasseur;
}

/** What a workbook cannot be taken with: where, what stands there, and how to mend it. */
export interface RefusCellule {
  /** Name of the sheet, as its tab says it; empty when the whole file is in cause. */
  feuille: string;
  /** « C7 »; null when no cell is. */
  cellule: string | null;
  /** What the cell holds, as it is read. */
  valeur: string;
  /** What is wrong, then the remedy. */
  message: string;
}

/** One thing that a workbook would change. */
export interface ChangementClasseur {
  cle: string;
  titre: string;
  avant: string;
  apres: string;
  /** Somebody wrote there since the workbook left: the person chooses. */
  conflit: boolean;
}
