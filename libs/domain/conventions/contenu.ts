import type { BlocTexte } from '../commun/texte-riche';
import type { Jour } from '../commun/dates';

/** One of those who sign, in the order of the document. */
export interface PartieConvention {
  id: string;
  genre: GenrePartie;
  structureId: string | null;
  nom: string;
  /** Legal representative, and in what quality. */
  representant: string | null;
  qualite: string | null;
}
export const GENRES_PARTIE = ['ARS', 'STRUCTURE', 'FINANCEUR'] as const;
export type GenrePartie = (typeof GENRES_PARTIE)[number];
export const LIBELLES_PARTIES: Record<GenrePartie, string> = {
  ARS: 'Agence régionale de santé',
  STRUCTURE: 'Partenaire',
  FINANCEUR: 'Autre financeur',
};

/** One action as article 2 tells it: the fields of T5, already in words. */
export interface ActionConvention {
  id: string;
  intitule: string;
  /** Structure that carries it, and its name. */
  structureId: string;
  promoteur: string;
  contenu: string;
  calendrier: string;
  modes: string;
  publics: string;
  lieux: string;
  moyensHumains: string;
}

/** What a party receives for a year, in cents (article 3). */
export interface ContributionConvention {
  structureId: string;
  structure: string;
  annee: number;
  centimes: number;
}

/** A member who leaves at an annual deadline, once the members were consulted. */
export interface DepartConvention {
  id: string;
  structureId: string;
  structure: string;
  demandeLe: Jour;
  consulteLe: Jour;
  /** Last day on which it is a party. */
  effet: Jour;
}

/** What the programme says when a text is made: everything that a convention may hold beside its articles. */
export interface DonneesConvention {
  programme: string;
  region: string;
  departement: string;
  /** What the diagnostic and the CA's presentation give to the preamble. */
  presentation: string;
  thematiques: string[];
  populations: string[];
  communes: string[];
  objectifGeneral: string | null;
  objectifs: { id: string; intitule: string }[];
  parties: PartieConvention[];
  actions: ActionConvention[];
  contributions: ContributionConvention[];
  /** Departures that were decided since the convention was signed; none is written in the first text. */
  departs?: DepartConvention[];
  /** How long the convention runs from its effect, in months. */
  dureeMois: number;
}

/** One part of the text, from the preamble to article 5. `cle`: « preambule », « 1 », « 4.2 ». */
export interface ArticleConvention {
  cle: string;
  titre: string;
  /** Rich text with variables, as the safe HTML of `texte-riche`. */
  texte: string;
}

/** One part of the text once its variables are read. */
export interface ArticleCompose {
  cle: string;
  titre: string;
  blocs: BlocConvention[];
}
export type BlocConvention =
  | { genre: 'TEXTE'; blocs: BlocTexte[] }
  | { genre: 'OBJECTIFS'; elements: string[] }
  /** T5: one table an action, heading and value by row. */
  | { genre: 'ACTION'; rang: number; intitule: string; lignes: { entete: string; valeur: string }[] }
  | { genre: 'CONTRIBUTIONS'; lignes: ContributionConvention[]; total: number };

/** What is frozen when a text is ready to sign: the data, and the words that were made of it. Never changes afterwards (R7). */
export interface ContenuConvention {
  donnees: DonneesConvention;
  articles: ArticleCompose[];
}

/** How a party signed, and when. */
export interface SignatureConvention {
  partieId: string;
  signeLe: Jour;
  mode: ModeSignature;
}
export const MODES_SIGNATURE = ['PAPIER', 'EN_LIGNE'] as const;
export type ModeSignature = (typeof MODES_SIGNATURE)[number];
export const LIBELLES_MODES_SIGNATURE: Record<ModeSignature, string> = {
  PAPIER: 'sur le document signé, déposé',
  EN_LIGNE: 'signature électronique simple, par code envoyé par courriel',
};
