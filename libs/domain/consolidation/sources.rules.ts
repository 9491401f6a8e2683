import { lireTrimestre, decalerTrimestre, ecrireTrimestre, rangTrimestre } from '../commun/trimestre';
import type { AxeGroupe } from './groupes.rules';

/** Between two values of one filter, where an action may have several: it has them all. Never escaped in an address. */
export const ET = '~';

/** A selection of T6 with its period written out: a link kept must not slide to the next quarter. */
export type Selection = Partial<Record<string, string>> & { du: string; au: string };

/** Filters that select exactly what one group of a selection is made of; a subtotal has fewer keys than axes. */
export function selectionDeGroupe(
  selection: Selection,
  axes: readonly AxeGroupe[],
  cles: readonly string[],
): Selection {
  return cles.reduce((reste, cle, rang) => restreindre(reste, axes[rang], cle), selection);
}

function restreindre(selection: Selection, axe: AxeGroupe | undefined, cle: string): Selection {
  switch (axe) {
    case undefined:
      return selection;
    case 'trimestre':
      return { ...selection, du: cle, au: cle };
    case 'annee': {
      const [debut, fin] = [`${cle}-T1`, `${cle}-T4`];
      return {
        ...selection,
        du: debut > selection.du ? debut : selection.du,
        au: fin < selection.au ? fin : selection.au,
      };
    }
    case 'thematique':
    case 'public': {
      // The actions of one public, grouped by public, also stand under their other publics.
      const deja = selection[axe];
      return { ...selection, [axe]: deja && deja !== cle ? `${deja}${ET}${cle}` : cle };
    }
    default:
      return { ...selection, [axe]: cle };
  }
}

/** Keys of the same group in another period: years and quarters move with it. Null when a year has no counterpart. */
export function clesComparees(axes: readonly AxeGroupe[], cles: readonly string[], pas: number): string[] | null {
  const autres: string[] = [];
  for (const [rang, cle] of cles.entries()) {
    const trimestre = axes[rang] === 'trimestre' ? lireTrimestre(cle) : null;
    if (trimestre) autres.push(ecrireTrimestre(decalerTrimestre(trimestre, -pas)));
    else if (axes[rang] !== 'annee') autres.push(cle);
    else if (pas % 4) return null;
    else autres.push(String(Number(cle) - pas / 4));
  }
  return autres;
}

/** Quarters from the compared period to the period: how far keys of time move. */
export function pasEntre(du: string, duCompare: string): number {
  const [a, b] = [lireTrimestre(du), lireTrimestre(duCompare)];
  return a && b ? rangTrimestre(a) - rangTrimestre(b) : 0;
}

/** A figure against another: the difference, and its share of the base; none when one of both is missing or the base is 0. */
export function comparer(valeur: number | null, base: number | null): { ecart: number; part: number | null } | null {
  if (valeur === null || base === null) return null;
  const ecart = Math.round((valeur - base) * 10_000) / 10_000;
  return { ecart, part: base === 0 ? null : ecart / Math.abs(base) };
}
