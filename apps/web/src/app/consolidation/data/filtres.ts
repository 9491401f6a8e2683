import type { ParamMap, Params } from '@angular/router';
import { lireTrimestre } from '@coopilote/domain/commun/trimestre';
import { type AxeGroupe, lireAxes } from '@coopilote/domain/consolidation/groupes.rules';
import { formatTrimestre } from '@coopilote/ui';

/** Filters of T6 that are one value each, with the word of their chip. */
export const NOMS_FILTRES = {
  region: 'Région',
  departement: 'Département',
  epci: 'Intercommunalité',
  territoire: 'Commune',
  thematique: 'Thématique',
  public: 'Public',
  structure: 'Structure',
  cooperative: 'Coopérative',
  phase: 'Phase',
  indicateur: 'Indicateur commun',
} as const;
export type CleFiltre = keyof typeof NOMS_FILTRES;
export const CLES_FILTRES = Object.keys(NOMS_FILTRES) as CleFiltre[];

/** What the address says: the same words as the API's filters. */
export type FiltresLus = Partial<Record<CleFiltre | 'du' | 'au', string>>;
export interface Bornes {
  du: string;
  au: string;
}

export function lireFiltres(adresse: ParamMap): FiltresLus {
  const filtres: FiltresLus = {};
  for (const cle of ['du', 'au', ...CLES_FILTRES] as const) {
    const valeur = adresse.get(cle);
    if (valeur) filtres[cle] = valeur;
  }
  return filtres;
}

/** Axes of the grouping; by département when the address says none. One that makes no sense is left out. */
export function lirePar(adresse: ParamMap): AxeGroupe[] {
  return lireAxes(adresse.get('par') ?? 'departement').axes;
}

/** The compared period: « 2025-T3..2025-T3 ». */
export function lireComparee(texte: string | null): Bornes | null {
  const [du = '', au = ''] = texte?.split('..') ?? [];
  return lireTrimestre(du) && lireTrimestre(au) && du <= au ? { du, au } : null;
}

/** Filters that keep one group alone, and the axes that are left to cut it by. */
export function garderGroupe(filtres: Params, axes: readonly AxeGroupe[], nombre: number): Params {
  const reste = axes.slice(nombre);
  return { ...filtres, par: (reste.length ? reste : axes).join(',') };
}

/** « T3 2026 », or « T4 2025 à T3 2026 ». */
export function libellePeriode(du: string, au: string): string {
  const [premier, dernier] = [formatTrimestre(lireTrimestre(du)), formatTrimestre(lireTrimestre(au))];
  return du === au ? dernier : `${premier} à ${dernier}`;
}
