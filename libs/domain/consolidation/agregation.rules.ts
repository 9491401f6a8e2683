import { rangTrimestre } from '../commun/trimestre';
import type { ModeAgregation, Unite } from '../referentiel/listes';

/** Value of one indicator for one quarter. */
export interface Releve {
  annee: number;
  trimestre: number;
  valeur: number | null;
  numerateur?: number | null;
  denominateur?: number | null;
}

/**
 * Result of an aggregation. `bas` and `haut` differ only for distinct people (unit PERSONNES summed): `haut` adds the
 * quarters as if nobody came twice, `bas` keeps the largest quarter, as if the same people always came back.
 */
export interface Agregat {
  bas: number | null;
  haut: number | null;
  /** Number of values behind the figure. */
  releves: number;
}

const VIDE: Agregat = { bas: null, haut: null, releves: 0 };
const exact = (valeur: number | null, releves: number): Agregat => ({ bas: valeur, haut: valeur, releves });
const somme = (nombres: readonly number[]): number => arrondir(nombres.reduce((s, n) => s + n, 0));
/** Values have four decimals: sums keep them free of binary noise. */
export const arrondir = (n: number): number => Math.round(n * 10_000) / 10_000;

/** Puts the quarters of ONE indicator together by its mode (T6). */
export function agregerTrimestres(mode: ModeAgregation, unite: Unite, releves: readonly Releve[]): Agregat {
  if (mode === 'RATIO') return agregerRatio(releves, unite);
  const connus = releves.filter((r): r is Releve & { valeur: number } => r.valeur != null);
  if (connus.length === 0) return VIDE;
  const valeurs = connus.map((r) => r.valeur);
  switch (mode) {
    case 'SOMME':
      return {
        bas: unite === 'PERSONNES' ? Math.max(...valeurs) : somme(valeurs),
        haut: somme(valeurs),
        releves: valeurs.length,
      };
    case 'MOYENNE':
      return exact(arrondir(somme(valeurs) / valeurs.length), valeurs.length);
    case 'MAXIMUM':
      return exact(Math.max(...valeurs), valeurs.length);
    case 'DERNIERE_VALEUR': {
      const dernier = connus.reduce((a, b) => (rangTrimestre(b) > rangTrimestre(a) ? b : a));
      return exact(dernier.valeur, valeurs.length);
    }
  }
}

/** Ratio: sum of numerators over sum of denominators, never the mean of ratios; in % when the unit says so. */
function agregerRatio(releves: readonly Releve[], unite: Unite): Agregat {
  const connus = releves.filter((r) => r.numerateur != null && r.denominateur != null);
  const denominateur = somme(connus.map((r) => r.denominateur ?? 0));
  if (denominateur === 0) return { ...VIDE, releves: connus.length };
  const ratio = somme(connus.map((r) => r.numerateur ?? 0)) / denominateur;
  return exact(arrondir(unite === 'POURCENTAGE' ? ratio * 100 : ratio), connus.length);
}

/** An indicator of one action with its quarters. */
export interface SerieIndicateur {
  releves: readonly Releve[];
}

/**
 * Puts SEVERAL actions' indicators together under one common indicator (T6). Sums and last values add over actions
 * (different actions, different people or stocks); means and percentages average the values; ratios pool both terms.
 */
export function agregerActions(mode: ModeAgregation, unite: Unite, series: readonly SerieIndicateur[]): Agregat {
  const tous = series.flatMap((s) => s.releves);
  if (mode === 'RATIO' || mode === 'MOYENNE' || mode === 'MAXIMUM') return agregerTrimestres(mode, unite, tous);
  const parAction = series.map((s) => agregerTrimestres(mode, unite, s.releves)).filter((a) => a.haut != null);
  if (parAction.length === 0) return VIDE;
  const bas = somme(parAction.map((a) => a.bas ?? 0));
  const haut = somme(parAction.map((a) => a.haut ?? 0));
  const releves = parAction.reduce((n, a) => n + a.releves, 0);
  if (mode === 'DERNIERE_VALEUR' && unite === 'POURCENTAGE') return exact(arrondir(haut / parAction.length), releves);
  return { bas, haut, releves };
}

/** Rate of a figure against its forecast, in %; null when there is no forecast. */
export function tauxRealisation(valeur: number | null, prevision: number | null): number | null {
  return valeur == null || !prevision ? null : Math.round((valeur / prevision) * 100);
}

/** Trend between the two last quarters: up, down or stable within 5 %. */
export function tendance(precedent: number | null, dernier: number | null): 'HAUSSE' | 'BAISSE' | 'STABLE' | null {
  if (precedent == null || dernier == null) return null;
  if (Math.abs(dernier - precedent) <= Math.abs(precedent) * 0.05) return 'STABLE';
  return dernier > precedent ? 'HAUSSE' : 'BAISSE';
}
