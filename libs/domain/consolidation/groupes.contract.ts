import { Choix, Entier, Texte } from '../commun/champs';
import { PHASES, type Phase } from '../cooperatives/phases.rules';
import { FiltresConsolidation } from './consolidation.contract';

/** Groups of one answer at most. */
export const GROUPES_MAX = 20_000;
/** More groups than that say nothing to anybody: the request is refused, with a way to narrow it. */
export const GROUPES_REFUSES = 200_000;

/** What is asked of the consolidation: up to three axes, in the order in which they nest, and the same filters as T6. */
export class GroupesDemandes extends FiltresConsolidation {
  /** « departement,annee,indicateur »; the totals alone without it. */
  @Texte({ libelle: 'Regroupement', max: 80 }) par?: string;
  @Texte({ libelle: 'Région', max: 3 }) region?: string;
  @Texte({ libelle: 'Intercommunalité', max: 9 }) epci?: string;
  @Choix(PHASES, { libelle: 'Phase' }) phase?: Phase;
  /** A common indicator by its code, the same for all regions (or by its id: `indicateurCommun`). */
  @Texte({ libelle: 'Indicateur', max: 80 }) indicateur?: string;
  @Entier({ libelle: 'Nombre de lignes', min: 1, max: GROUPES_MAX }) limite?: number;
}

/**
 * One group. Under an indicator (an axis or a filter), `bas`, `haut` and `prevision` are its values, `attendus` and
 * `recus` count the values; elsewhere they are people, and reports.
 */
export interface LigneGroupe {
  /** Keys of the first axes, in their order; fewer than the axes for a subtotal, none for the total. */
  cles: string[];
  actions: number;
  attendus: number;
  recus: number;
  valides: number;
  cibles: number | null;
  bas: number | null;
  haut: number | null;
  prevision: number | null;
}

export interface GroupesConsolidation {
  par: string[];
  du: string;
  au: string;
  /** Words of each key, by axis. */
  libelles: Record<string, Record<string, string>>;
  /** Groups and subtotals in all. */
  total: number;
  page: number;
  lignes: LigneGroupe[];
}
