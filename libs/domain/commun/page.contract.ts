import { Entier, Texte } from './champs';

/** What every list accepts. */
export class PageDemandee {
  @Entier({ libelle: 'Page', min: 1, max: 100_000 }) page?: number;
  @Entier({ libelle: 'Taille', min: 1, max: 500 }) taille?: number;
  /** Column, preceded by « - » for the descending order. */
  @Texte({ libelle: 'Tri', max: 60 }) tri?: string;
  /** Words to look for. */
  @Texte({ libelle: 'Recherche', max: 200 }) q?: string;
}

/** What every list answers. */
export interface Page<T> {
  lignes: T[];
  total: number;
  page: number;
  taille: number;
}
