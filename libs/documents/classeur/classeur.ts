/** How a cell looks: what is asked, what is recalled, what is to be filled. */
export type StyleCellule = 'titre' | 'aide' | 'entete' | 'groupe' | 'question' | 'rappel' | 'saisie' | 'fort';

/** A cell to write. Text is always written as text: none of it can start a formula. */
export interface CelluleEcrite {
  valeur: string | number | null;
  style?: StyleCellule;
  /** May be written though the sheet is protected. */
  libre?: boolean;
  /** What may be typed there: a number, a day, or words (the default). */
  genre?: 'texte' | 'nombre' | 'jour';
  /** Name of the list that drops down. */
  liste?: string;
}

export interface ColonneEcrite {
  /** In characters. */
  largeur: number;
  cachee?: boolean;
}

export interface FeuilleEcrite {
  nom: string;
  colonnes: ColonneEcrite[];
  lignes: CelluleEcrite[][];
  /** Rows that stay in sight. */
  figees?: number;
  /** Without a password: it keeps from slips, and everybody may lift it. */
  protegee?: boolean;
  cachee?: boolean;
}

/** A workbook to write, whatever its format. */
export interface ClasseurEcrit {
  titre: string;
  feuilles: FeuilleEcrite[];
  /** Name → values: written on a hidden sheet, since a list inside a cell may not pass 255 characters. */
  listes: Record<string, readonly string[]>;
}

export const FEUILLE_LISTES = 'Listes';
/** Hidden sheet where the product finds its way: format, ids, versions, what the workbook said when it left. */
export const FEUILLE_REPERES = '_coopilote';

/** The sheets as they stand in the file, lists included. */
export function feuillesDe({ feuilles, listes }: ClasseurEcrit): FeuilleEcrite[] {
  const noms = Object.keys(listes);
  if (!noms.length) return feuilles;
  const hauteur = Math.max(...noms.map((nom) => listes[nom]?.length ?? 0));
  const lignes = Array.from({ length: hauteur }, (_, i) => noms.map((nom) => ({ valeur: listes[nom]?.[i] ?? null })));
  return [
    ...feuilles,
    { nom: FEUILLE_LISTES, colonnes: noms.map(() => ({ largeur: 30 })), lignes, cachee: true, protegee: true },
  ];
}

/** Where a list stands on its sheet: its column, and how many values it has. */
export function placeDeListe({ listes }: ClasseurEcrit, nom: string): { colonne: number; hauteur: number } {
  return { colonne: Object.keys(listes).indexOf(nom), hauteur: listes[nom]?.length ?? 0 };
}

/** What a cell of a workbook that came back holds. */
export type ValeurLue =
  | { genre: 'VIDE' }
  | { genre: 'TEXTE'; texte: string }
  | { genre: 'NOMBRE'; nombre: number }
  | { genre: 'JOUR'; jour: string }
  | { genre: 'BOOLEEN'; vrai: boolean }
  /** Its result was reckoned elsewhere, maybe from other figures: it is never taken. */
  | { genre: 'FORMULE'; formule: string }
  | { genre: 'POURCENTAGE'; nombre: number }
  /** It is one with its neighbours: what it would say of each cannot be told. */
  | { genre: 'FUSION' };

export interface FeuilleLue {
  nom: string;
  hauteur: number;
  largeur: number;
  /** Ranks start at 0. */
  lire(ligne: number, colonne: number): ValeurLue;
}

export interface ClasseurLu {
  feuilles: FeuilleLue[];
}

/** A file that cannot be read as a workbook; the message is for the person. */
export class ClasseurRefuse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClasseurRefuse';
  }
}
