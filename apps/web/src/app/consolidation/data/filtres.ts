import type { ParamMap, Params } from '@angular/router';
import { AXES, type Axe, type TotalConsolidation } from '@coopilote/domain/consolidation/consolidation.contract';
import { lireTrimestre } from '@coopilote/domain/commun/trimestre';
import { formatTrimestre } from '@coopilote/ui';

/** Filters of T6 that are one value each, with the word of their chip. */
export const NOMS_FILTRES = {
  departement: 'Département',
  thematique: 'Thématique',
  public: 'Public',
  territoire: 'Territoire',
  structure: 'Structure',
  cooperative: 'Coopérative',
  indicateurCommun: 'Indicateur commun',
} as const;
export type CleFiltre = keyof typeof NOMS_FILTRES;
export const CLES_FILTRES = Object.keys(NOMS_FILTRES) as CleFiltre[];

/** What the address says: the same words as the API's filters. */
export type FiltresLus = Partial<Record<CleFiltre | 'du' | 'au', string>>;

export function lireFiltres(adresse: ParamMap): FiltresLus {
  const filtres: FiltresLus = {};
  for (const cle of ['du', 'au', ...CLES_FILTRES] as const) {
    const valeur = adresse.get(cle);
    if (valeur) filtres[cle] = valeur;
  }
  return filtres;
}

export function lireAxe(adresse: ParamMap): Axe {
  const axe = adresse.get('axe');
  return AXES.find((connu) => connu === axe) ?? 'departement';
}

/** Filters that give exactly what is behind one line of the totals; the grand total has no key. */
export function filtresDeLigne(filtres: FiltresLus, axe: Axe, ligne: Pick<TotalConsolidation, 'cle'>): Params {
  if (ligne.cle === null) return filtres;
  return axe === 'trimestre' ? { ...filtres, du: ligne.cle, au: ligne.cle } : { ...filtres, [axe]: ligne.cle };
}

/** « T3 2026 », or « T4 2025 à T3 2026 ». */
export function libellePeriode(du: string, au: string): string {
  const [premier, dernier] = [formatTrimestre(lireTrimestre(du)), formatTrimestre(lireTrimestre(au))];
  return du === au ? dernier : `${premier} à ${dernier}`;
}
