import { HttpResourceRef, httpResource } from '@angular/common/http';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { ChangementLu } from '@coopilote/domain/historique/historique.contract';

export const TAILLE_PAGE = 50;

export interface FiltresJournal {
  objet: string;
  depuis: string;
  q: string;
  page: number;
}

/** The changes that the person may read, the newest first. */
export function journal(filtres: () => FiltresJournal): HttpResourceRef<Page<ChangementLu> | undefined> {
  return httpResource<Page<ChangementLu>>(() => {
    const { objet, depuis, q, page } = filtres();
    const choisis = { ...(objet && { objet }), ...(depuis && { depuis }), ...(q && { q }) };
    return { url: '/api/historique', params: { page, taille: TAILLE_PAGE, ...choisis } };
  });
}
