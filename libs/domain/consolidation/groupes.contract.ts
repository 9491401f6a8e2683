import { Entier, Texte } from '../commun/champs';
import { FiltresConsolidation } from './consolidation.contract';

/** Groups of one answer at most. */
export const GROUPES_MAX = 20_000;
/** More groups than that say nothing to anybody: the request is refused, with a way to narrow it. */
export const GROUPES_REFUSES = 200_000;

/** What is asked of the consolidation: up to three axes, in the order in which they nest, and the same filters as T6. */
export class GroupesDemandes extends FiltresConsolidation {
  /** « departement,annee,indicateur »; the totals alone without it. */
  @Texte({ libelle: 'Regroupement', max: 80 }) par?: string;
  @Entier({ libelle: 'Nombre de lignes', min: 1, max: GROUPES_MAX }) limite?: number;
}

/**
 * Measures of a group. Under an indicator (an axis or a filter), `bas`, `haut` and `prevision` are its values, `attendus`
 * and `recus` count the values; elsewhere they are people, and reports.
 */
export const COLONNES_GROUPES = [
  'actions',
  'attendus',
  'recus',
  'valides',
  'cibles',
  'bas',
  'haut',
  'prevision',
] as const;
type Compte = 'actions' | 'attendus' | 'recus' | 'valides';
export type MesuresGroupe = Record<Compte, number> & Record<'cibles' | 'bas' | 'haut' | 'prevision', number | null>;

/** Groups in columns: thousands of them travel in a third of the room, and are read several times faster. */
export interface ColonnesGroupes {
  /** One array an axis; null where a group is a subtotal of that axis. */
  cles: (string | null)[][];
  colonnes: { [nom in (typeof COLONNES_GROUPES)[number]]: MesuresGroupe[nom][] };
}

export interface GroupesConsolidation extends ColonnesGroupes {
  par: string[];
  du: string;
  au: string;
  /** Words of each key, by axis. */
  libelles: Record<string, Record<string, string>>;
  /** Groups and subtotals in all, and how many one page holds. */
  total: number;
  page: number;
  limite: number;
}

/** One group: the keys of its first axes, in their order; fewer than the axes for a subtotal, none for the total. */
export interface LigneGroupe extends MesuresGroupe {
  cles: string[];
}

/** The same groups, one by one. */
export function lignesDeGroupes({ cles, colonnes }: ColonnesGroupes): LigneGroupe[] {
  return colonnes.actions.map((_, rang) => ({
    cles: cles.flatMap((axe) => axe[rang] ?? []),
    ...(Object.fromEntries(COLONNES_GROUPES.map((nom) => [nom, colonnes[nom][rang]])) as unknown as MesuresGroupe),
  }));
}
