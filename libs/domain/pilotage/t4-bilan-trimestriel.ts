import { COLONNES_T3 } from './t3-suivi-actions';
import type { Colonne } from './colonne';

/** T4, bilan trimestriel: the right-hand parts of T3 for one action and one quarter (guide, fiche 5 and article 4.3). */
export const COLONNES_T4: readonly Colonne[] = COLONNES_T3.slice(COLONNES_T3.findIndex((c) => c.cle === 'ressources'));
