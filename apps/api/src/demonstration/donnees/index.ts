import { construireReperes } from './calendrier';
import { genererBilans } from './bilans';
import { comptesDemonstration } from './comptes';
import { diabete93 } from './diabete-93';
import { errance92 } from './errance-92';
import { construireCooperative, MENTION_DEMONSTRATION } from './fabrique';
import { indicateursCommuns } from './indicateurs-communs';
import { langageCps95 } from './langage-cps-95';
import { listesDemonstration } from './listes';
import { publicsInvisibles78 } from './publics-invisibles-78';
import { respiratoireHabitat93 } from './respiratoire-habitat-93';
import { sportNutrition94 } from './sport-nutrition-94';
import { structuresDemonstration } from './structures';
import type { DemoCooperative } from './types';

export * from './types';
export { comptesDemonstration, genererBilans, MENTION_DEMONSTRATION };

/**
 * Les six coopératives de la phase expérimentale (guide, préambule), toutes dates calculées depuis `aujourdhui`
 * (AAAA-MM-JJ) : mêmes entrées, mêmes données.
 */
export function construireCooperatives(aujourdhui: string): DemoCooperative[] {
  const reperes = construireReperes(aujourdhui);
  return [publicsInvisibles78, errance92, diabete93, respiratoireHabitat93, sportNutrition94, langageCps95].map(
    (source) => construireCooperative(source, reperes),
  );
}

/** Tout le jeu ; l’ordre des champs est l’ordre de chargement. */
export const donneesDemonstration = {
  mention: MENTION_DEMONSTRATION,
  listes: listesDemonstration,
  indicateursCommuns,
  structures: structuresDemonstration,
  comptes: comptesDemonstration,
  construireCooperatives,
  genererBilans,
};
