/** How a cell is read and shown. `oui` is Oui / En partie / Non; `indicateur` is a value against its forecast. */
export type GenreColonne =
  | 'texte'
  | 'long'
  | 'nombre'
  | 'date'
  | 'liste'
  | 'etat'
  | 'oui'
  | 'indicateur'
  | 'indicateurs'
  | 'mois'
  | 'fraction'
  | 'intervalle';

/** One column of a table T1–T6: declared once, serves the grid, the spreadsheet, the PDF and the import. */
export interface Colonne<C extends string = string> {
  cle: C;
  /** Heading as the guide writes it. */
  entete: string;
  /** Shorter heading for the screen; the guide's stays in the tooltip and in exports. */
  court?: string;
  genre: GenreColonne;
  /** Heading of the folding group. */
  groupe?: string;
  fige?: boolean;
  /** Reference list that feeds the cell. */
  liste?: 'PUBLIC_CIBLE' | 'COMMUNE';
  /** Ours, beside the guide's columns: not counted when the table is compared with the guide. */
  ajout?: boolean;
}
