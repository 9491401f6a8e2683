import { HttpClient, HttpResourceRef, httpResource } from '@angular/common/http';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { ConsolidationLigne, SourceConsolidation } from '@coopilote/domain/consolidation/consolidation.contract';
import { firstValueFrom } from 'rxjs';
import type { FiltresLus } from './filtres';

/** Rows of one page of the grid; and the most that the API gives at once. */
export const TAILLE_PAGE = 50;
export const TAILLE_MAX = 500;

export function lignesConsolidation(
  filtres: () => FiltresLus,
  page: () => number,
  tri: () => string,
): HttpResourceRef<Page<ConsolidationLigne> | undefined> {
  return httpResource<Page<ConsolidationLigne>>(() => ({
    url: '/api/consolidation',
    params: { ...filtres(), page: page(), taille: TAILLE_PAGE, ...(tri() && { tri: tri() }) },
  }));
}

/** Reports behind a figure, or those that it lacks. */
export function sourcesConsolidation(
  chemin: 'sources' | 'sources/manquantes',
  filtres: () => FiltresLus,
  page: () => number,
  taille = TAILLE_MAX,
): HttpResourceRef<Page<SourceConsolidation> | undefined> {
  return httpResource<Page<SourceConsolidation>>(() => ({
    url: `/api/consolidation/${chemin}`,
    params: { ...filtres(), page: page(), taille },
  }));
}

/** Every row of the selection, page after page: what an export carries. */
export async function toutesLesLignes(
  http: HttpClient,
  filtres: FiltresLus,
  tri: string,
): Promise<ConsolidationLigne[]> {
  const lignes: ConsolidationLigne[] = [];
  for (let page = 1, total = 1; lignes.length < total; page++) {
    const lue = await firstValueFrom(
      http.get<Page<ConsolidationLigne>>('/api/consolidation', {
        params: { ...filtres, page, taille: TAILLE_MAX, ...(tri && { tri }) },
      }),
    );
    lignes.push(...lue.lignes);
    total = lue.lignes.length ? lue.total : 0;
  }
  return lignes;
}
