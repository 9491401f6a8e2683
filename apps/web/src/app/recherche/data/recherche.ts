import { HttpResourceRef, httpResource } from '@angular/common/http';
import type { ResultatRecherche } from '@coopilote/domain/pilotage/accueil.contract';

/** Fewer letters are not searched for. */
export const LONGUEUR_MIN = 2;

export function recherche(q: () => string): HttpResourceRef<ResultatRecherche[] | undefined> {
  return httpResource<ResultatRecherche[]>(() =>
    q().length < LONGUEUR_MIN ? undefined : { url: '/api/recherche', params: { q: q() } },
  );
}
