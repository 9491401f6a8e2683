import type { BlocTexte } from '@coopilote/domain/commun';
import type { Morceau } from '@coopilote/domain/commun';
import type { Logo } from './logo';

/**
 * What a document says, in its order, without a word on its format: composed once, then drawn by `pdf/` and by `docx/`, which
 * therefore say the same.
 */
export interface Ouvrage {
  /** In a row above everything. */
  logos?: readonly Logo[];
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
  /** `signet`: in the outline of the document, where those of level 1 always are. */
  | { genre: 'TITRE'; niveau: 1 | 2 | 3; texte: string; signet?: true }
  | { genre: 'PHRASE'; texte: string }
  | { genre: 'TEXTE'; blocs: readonly BlocTexte[] }
  | { genre: 'LISTE'; elements: readonly string[] }
  | Table
  | Fiche
  | AvantApres
  | Graphique
  /** Something to be seen at once, kept on one page when it is short. */
  | { genre: 'ENCADRE'; titre: string; texte: string; note: string | null }
  | { genre: 'SIGNATURES'; cadres: readonly CadreSignature[] }
  /** What follows begins on a page of its own. */
  | { genre: 'SAUT' };

export interface Table {
  genre: 'TABLE';
  entetes: readonly string[];
  /** How the width is shared between the columns. */
  parts: readonly number[];
  lignes: readonly string[][];
  /** Columns of numbers, by rank: set to the right. */
  nombres?: readonly number[];
  /** Rows of totals, under the others. */
  pied?: readonly string[][];
}

/** One thing told field by field, its title repeated on each page where it goes on. */
export interface Fiche {
  genre: 'FICHE';
  titre: string;
  lignes: readonly { terme: string; valeur: string }[];
}

/** Bars against their forecast, on one scale. Words and figures beside them say all of it. */
export interface Graphique {
  genre: 'GRAPHIQUE';
  titre: string;
  legende: string;
  lignes: readonly {
    libelle: string;
    /** A bar goes to `bas`, a lighter one on to `haut`. */
    bas: number;
    haut: number;
    /** A mark across the bar. */
    repere: number | null;
    valeur: string;
  }[];
}

/** What stood and what stands, side by side: words taken away are struck through, words put in are underlined. */
export interface AvantApres {
  genre: 'AVANT_APRES';
  /** What the rows are parts of; null when they stand by themselves. */
  titre: string | null;
  lignes: readonly { champ: string; avant: readonly Morceau[]; apres: readonly Morceau[] }[];
}

/** Where one party signs, or has signed: never on two pages, and the first ones with the end of the text. */
export interface CadreSignature {
  nom: string;
  /** « Représentée par Anne Roy, déléguée départementale ». */
  qui: string | null;
  /** « Fait à …, le … », « Signé le 15 mars 2026 ». */
  mention: string;
  /** Room is left for a signature by hand. */
  aSigner: boolean;
}

/** A title in the foot of a page. */
export const abreger = (titre: string): string => (titre.length > 80 ? `${titre.slice(0, 79).trimEnd()}…` : titre);

/** What is not in a document's own words: the present, and the time zone in which hours are written. */
export interface Edition {
  maintenant: Date;
  /** Europe/Paris unless told. */
  fuseau?: string;
}
