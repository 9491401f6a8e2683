import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import type { ParamMap, Params } from '@angular/router';
import type { Page } from '@coopilote/domain/commun/page.contract';
import {
  AXES_FINANCEMENT,
  type AxeFinancement,
  type EngagementLigne,
  type TotalFinancement,
  type TotauxFinancement,
} from '@coopilote/domain/financement';
import { firstValueFrom } from 'rxjs';

export const TAILLE_PAGE = 50;
/** The most that the API gives at once. */
const TAILLE_MAX = 500;

/** Filters of the money of a region, each one value; the words of their chips. */
export const NOMS_FILTRES = {
  annee: 'Année',
  departement: 'Département',
  cooperative: 'Coopérative',
  structure: 'Structure',
  nature: 'Nature',
} as const;
export type CleFiltre = keyof typeof NOMS_FILTRES;
export const CLES_FILTRES = Object.keys(NOMS_FILTRES) as CleFiltre[];
export type FiltresArgent = Partial<Record<CleFiltre, string>>;

export function lireFiltres(adresse: ParamMap): FiltresArgent {
  return Object.fromEntries(CLES_FILTRES.flatMap((cle) => (adresse.get(cle) ? [[cle, adresse.get(cle)]] : [])));
}

export function lireAxe(adresse: ParamMap): AxeFinancement {
  return AXES_FINANCEMENT.find((axe) => axe === adresse.get('axe')) ?? 'cooperative';
}

/** Filters that give exactly what is behind a line of the totals; the grand total has no key. */
export function filtresDeLigne(filtres: FiltresArgent, axe: AxeFinancement, { cle }: TotalFinancement): Params {
  return cle === null ? filtres : { ...filtres, [axe]: cle };
}

export function totauxFinancement(
  filtres: () => FiltresArgent,
  axe: () => AxeFinancement,
): HttpResourceRef<TotauxFinancement | undefined> {
  return httpResource<TotauxFinancement>(() => ({
    url: '/api/engagements/totaux',
    params: { ...filtres(), axe: axe() },
  }));
}

export function lignesFinancement(
  filtres: () => FiltresArgent,
  page: () => number,
  tri: () => string,
): HttpResourceRef<Page<EngagementLigne> | undefined> {
  return httpResource<Page<EngagementLigne>>(() => ({
    url: '/api/engagements',
    params: { ...filtres(), page: page(), taille: TAILLE_PAGE, ...(tri() && { tri: tri() }) },
  }));
}

/** Every line of the selection, page after page: what an export carries. */
export async function toutesLesLignes(
  http: HttpClient,
  filtres: FiltresArgent,
  tri: string,
): Promise<EngagementLigne[]> {
  const lignes: EngagementLigne[] = [];
  for (let page = 1, total = 1; lignes.length < total; page++) {
    const lue = await firstValueFrom(
      http.get<Page<EngagementLigne>>('/api/engagements', {
        params: { ...filtres, page, taille: TAILLE_MAX, ...(tri && { tri }) },
      }),
    );
    lignes.push(...lue.lignes);
    total = lue.lignes.length ? lue.total : 0;
  }
  return lignes;
}
