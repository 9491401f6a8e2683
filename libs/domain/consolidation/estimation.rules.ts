import type { AxeGroupe } from './groupes.rules';

/** What is known of a selection before it is cut. */
export interface Etendue {
  actions: number;
  trimestres: number;
  /** Common indicators, and how many of them an action feeds on average. */
  indicateurs: number;
  indicateursParAction: number;
}

/** About how many values an axis takes; of the others, one for a few actions. */
const VALEURS: Partial<Record<AxeGroupe, number>> = {
  region: 18,
  departement: 101,
  thematique: 20,
  public: 20,
  phase: 7,
};
const ACTIONS_PAR_VALEUR = 4;

/**
 * About how many groups a cut would make: the product of its axes, or every action on its own when that is less. Rough on
 * purpose: it only tells a table from a flood, before the flood is computed.
 */
export function estimerGroupes(axes: readonly AxeGroupe[], e: Etendue): number {
  const annees = Math.ceil(e.trimestres / 4);
  const temps = axes.includes('trimestre') ? e.trimestres : axes.includes('annee') ? annees : 1;
  const produit = axes.reduce((nombre, axe) => {
    if (axe === 'trimestre' || axe === 'annee') return nombre;
    if (axe === 'indicateur') return nombre * Math.max(1, e.indicateurs);
    return nombre * (VALEURS[axe] ?? Math.max(1, e.actions / ACTIONS_PAR_VALEUR));
  }, temps);
  const parAction = e.actions * temps * (axes.includes('indicateur') ? Math.max(1, e.indicateursParAction) : 1);
  return Math.round(Math.min(produit, parAction));
}
