import type { EtatMontre } from '../affichage/etats';

/**
 * How a cell is read, shown, sorted and filtered. `oui` reads OUI, EN_PARTIE, NON; `repere` is a mark in a narrow column
 * (▶, XX), neither sorted nor filtered.
 */
export type GenreDeGrille =
  'texte' | 'long' | 'nombre' | 'euros' | 'pourcent' | 'date' | 'etat' | 'oui' | 'liste' | 'lien' | 'repere';

/** One column of a `co-grille`. */
export interface ColonneGrille<L> {
  /** Path of the value in the row (`promoteur.sigle`); also names the column in the remembered state. */
  cle: string;
  entete: string;
  /** Shorter heading for the screen; the whole one stays in the tooltip and in the export. */
  court?: string;
  genre: GenreDeGrille;
  /** Heading of the group, which folds. Columns of a group must follow one another. */
  groupe?: string;
  /** Stays when its group is folded; in a group where no column says so, the first one does. */
  reste?: boolean;
  /** Stands for its group while it is folded, and only then: not one of the columns that one chooses. */
  auPli?: boolean;
  /** Width in pixels. */
  largeur?: number;
  /** Stays at the left while the others scroll. */
  fige?: boolean;
  /** Hidden until someone asks for it. */
  masquee?: boolean;
  /** Replaces the value found at `cle`. */
  valeur?: (ligne: L) => unknown;
  /** Replaces the value in the sort. */
  ordre?: (ligne: L) => number | string | null;
  /** For the kind `etat`. */
  etat?: (ligne: L) => EtatMontre | null;
  /** For the kinds `lien`, `etat` and `oui`: an address of the application; null: no link. */
  lien?: (ligne: L) => string | null;
  /** A second, smaller line: « / 240 ». */
  detail?: (ligne: L) => string;
  /** What the cell is about, when its heading cannot say it (« Indicateur 1 »): tooltip, and read before the value. */
  infobulle?: (ligne: L) => string | null;
  /** Replaces the value in the export. */
  exporte?: (ligne: L) => number | string | null;
  /** True: in this row the cell covers its whole group (« bilan en retard » in place of the answers). */
  couvreGroupe?: (ligne: L) => boolean;
  /** On the first column of a group: the group is folded until someone opens it. */
  replie?: boolean;
  /** False: its heading does not sort, because the server has no order for it. */
  triable?: boolean;
  /** Classes of the cell, from `styles/grille.css` or the page's global styles. */
  classe?: (ligne: L) => string;
  /** Classes of the heading. */
  classeEntete?: string;
  /** Exact decimals of a number. */
  decimales?: number;
  /** Title of the card that replaces the row on a narrow screen; by default the first column. */
  principale?: boolean;
}
