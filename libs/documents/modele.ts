import type { BlocTexte } from '@coopilote/domain/commun';

/**
 * What a document says, in its order, without a word on its format: composed once, then drawn by `pdf/` and by `docx/`, which
 * therefore say the same.
 */
export interface Ouvrage {
  titre: string;
  /** Line above the title. */
  surtitre: string;
  /** Facts under the title. */
  faits: { terme: string; valeur: string }[];
  blocs: Bloc[];
  auteur: string;
  sujet: string;
  /** Said at the top of each page. */
  bandeau: string | null;
  creeLe: Date;
}

export type Bloc =
  | { genre: 'TITRE'; niveau: 1 | 2; texte: string }
  | { genre: 'PHRASE'; texte: string }
  | { genre: 'TEXTE'; blocs: readonly BlocTexte[] }
  | { genre: 'LISTE'; elements: readonly string[] }
  /** `parts`: how the width is shared between the columns. */
  | { genre: 'TABLE'; entetes: readonly string[]; parts: readonly number[]; lignes: readonly string[][] }
  /** Something to be seen at once, kept on one page when it is short. */
  | { genre: 'ENCADRE'; titre: string; texte: string; note: string | null };
