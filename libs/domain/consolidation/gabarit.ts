/** How a cell is written in a file: `oui` is one of three words, `choix` one word of a closed list. */
export type GenreExport = 'code' | 'texte' | 'long' | 'entier' | 'nombre' | 'date' | 'oui' | 'choix';

/** One column of an exported file. Its key, its heading and its place never change in a published version. */
export interface ColonneExport {
  cle: string;
  /** Unlike the others of its layout: a heading names one column. */
  entete: string;
  genre: GenreExport;
  /** What the figure counts, when it is a figure. */
  unite?: string;
  /** What it means, for who was not there. */
  sens: string;
  /** Words written in place of the codes kept in the base. */
  mots?: Readonly<Record<string, string>>;
}

export const NOMS_GABARITS = ['actions', 'groupes', 'indicateurs', 't3'] as const;
export type NomGabarit = (typeof NOMS_GABARITS)[number];

/** The layout of a file: another order, another name, a column more is another version. */
export interface Gabarit {
  nom: NomGabarit;
  version: number;
  titre: string;
  /** What one row is. */
  ligne: string;
  colonnes: readonly ColonneExport[];
}

/** What a cell holds; nothing is null, never zero and never an empty text. A day is « 2026-04-14 ». */
export type ValeurExport = string | number | null;

type Reste = Partial<Pick<ColonneExport, 'unite' | 'mots'>>;
/** Declares a column on one line. */
export const colonne = (
  cle: string,
  entete: string,
  genre: GenreExport,
  sens: string,
  reste: Reste = {},
): ColonneExport => ({ cle, entete, genre, sens, ...reste });
