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

/**
 * A group as it travels: the key of each axis, null where it is a subtotal of that axis, then its measures in the order of
 * COLONNES_GROUPES. Thousands of them take a third of the room of as many objects.
 */
export type LigneBrute = (string | number | null)[];

export interface GroupesConsolidation {
  par: string[];
  du: string;
  au: string;
  /** Words of each key, by axis. */
  libelles: Record<string, Record<string, string>>;
  /** Groups and subtotals in all, and how many one page holds. */
  total: number;
  page: number;
  limite: number;
  lignes: LigneBrute[];
}

/** One group: the keys of its first axes, in their order; fewer than the axes for a subtotal, none for the total. */
export interface LigneGroupe extends MesuresGroupe {
  cles: string[];
}

/** The same groups, with their names. */
export function lignesDeGroupes({ par, lignes }: Pick<GroupesConsolidation, 'par' | 'lignes'>): LigneGroupe[] {
  return lignes.map((ligne) => ({
    cles: ligne.slice(0, par.length).filter((cle) => cle !== null) as string[],
    ...(Object.fromEntries(
      COLONNES_GROUPES.map((nom, rang) => [nom, ligne[par.length + rang]]),
    ) as unknown as MesuresGroupe),
  }));
}
