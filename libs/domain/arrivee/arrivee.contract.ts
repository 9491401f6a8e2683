import type { RefusCellule } from '../classeurs/classeur.contract';
import type { Doublon } from '../structures/structure.contract';
import type { FeuilleArrivee } from './disposition.rules';

/** A structure of the workbook that may be known already: the person says which it is. */
export interface StructureAReconnaitre {
  /** Its row, as the spreadsheet counts. */
  ligne: number;
  nom: string;
  doublons: Doublon[];
  /** A number is the same: it is that structure, another cannot be made. */
  certaine: boolean;
}

/** What an arrival would make, and what is in the way. */
export interface ArriveeVerifiee {
  refus: RefusCellule[];
  /** R16: texts that look like personal data; they are read over before the import. */
  avertissements: RefusCellule[];
  aReconnaitre: StructureAReconnaitre[];
  creations: Record<FeuilleArrivee, number>;
  /** Structures of the workbook that are members already, or known and joined. */
  structuresConnues: number;
  /** Reports that the actions owe besides those of the workbook (R9). */
  bilansARemplir: number;
  /** Done: true once the import was written. */
  faite: boolean;
}

/** Answers by row: the id of a known structure, or `NOUVELLE`. */
export type ChoixStructures = Readonly<Record<string, string>>;
export const NOUVELLE_STRUCTURE = 'NOUVELLE';
