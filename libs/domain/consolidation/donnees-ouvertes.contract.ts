import { Choix, Entier, Texte } from '../commun/champs';

export const FORMATS_OUVERTS = ['csv', 'json', 'schema'] as const;
export type FormatOuvert = (typeof FORMATS_OUVERTS)[number];

/** `GET /api/consolidation/donnees-ouvertes`: what a region may publish of a year. */
export class DonneesOuvertesDemandees {
  @Entier({ libelle: 'Année', requis: true, min: 2000, max: 2100 }) annee!: number;
  /** The reader's own region when it has but one. */
  @Texte({ libelle: 'Région', max: 3 }) region?: string;
  /** `csv` when absent; `schema` describes its columns. */
  @Choix(FORMATS_OUVERTS, { libelle: 'Format' }) format?: FormatOuvert;
}

/** A column of the published table, as Table Schema (frictionless data) names them. Never moved, never renamed: see VERSION_OUVERTE. */
export interface ChampOuvert {
  name: string;
  title: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  description: string;
}

export type LigneOuverte = Record<string, string | number | boolean | null>;

export interface DonneesOuvertes {
  jeu: string;
  version: number;
  licence: string;
  /** Day on which it was made, « 2026-11-29 ». */
  produitLe: string;
  region: string;
  annee: number;
  /** Counts masked, of how many. */
  masques: number;
  valeurs: number;
  lignes: LigneOuverte[];
}
