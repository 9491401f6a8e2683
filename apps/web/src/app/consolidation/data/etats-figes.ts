import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CampagnesLues } from '@coopilote/domain/bilans/campagne.contract';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type {
  DifferencesLues,
  EtatFigeCree,
  EtatFigeLu,
  EtatFigeVerifie,
  TerritoireFigeable,
} from '@coopilote/domain/etats-figes/etats-figes.contract';
import { firstValueFrom } from 'rxjs';

const RACINE = '/api/etats-figes';
/** Lines of one page, of the states and of the differences of one. */
export const TAILLE_ETATS = 50;

export function etatsFiges(page: () => number): HttpResourceRef<Page<EtatFigeLu> | undefined> {
  return httpResource<Page<EtatFigeLu>>(() => ({ url: RACINE, params: { page: page(), taille: TAILLE_ETATS } }));
}

export function territoiresFigeables(): HttpResourceRef<TerritoireFigeable[] | undefined> {
  return httpResource<TerritoireFigeable[]>(() => `${RACINE}/territoires`);
}

/** The collections of a quarter: what would be kept of it. */
export function collectesDe(trimestre: () => string | null): HttpResourceRef<CampagnesLues | undefined> {
  return httpResource<CampagnesLues>(() => {
    const quand = trimestre();
    return { url: '/api/campagnes', params: { ...(quand && { trimestre: quand }) } };
  });
}

export function etatFige(id: () => string): HttpResourceRef<EtatFigeLu | undefined> {
  return httpResource<EtatFigeLu>(() => `${RACINE}/${id()}`);
}

export function verificationDe(id: () => string): HttpResourceRef<EtatFigeVerifie | undefined> {
  return httpResource<EtatFigeVerifie>(() => `${RACINE}/${id()}/verification`);
}

export function differencesDe(
  id: () => string,
  genre: () => string | undefined,
  page: () => number,
): HttpResourceRef<DifferencesLues | undefined> {
  return httpResource<DifferencesLues>(() => {
    const voulu = genre();
    return {
      url: `${RACINE}/${id()}/differences`,
      params: { page: page(), taille: TAILLE_ETATS, ...(voulu && { genre: voulu }) },
    };
  });
}

@Injectable({ providedIn: 'root' })
export class EtatsFigesApi {
  private readonly http = inject(HttpClient);

  /** @throws Probleme */
  figer(saisie: EtatFigeCree): Promise<EtatFigeLu> {
    return firstValueFrom(this.http.post<EtatFigeLu>(RACINE, saisie));
  }
}
