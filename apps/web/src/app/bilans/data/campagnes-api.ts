import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  CampagneLigne,
  CampagneModifiee,
  CampagnesLues,
  CloturesDemandees,
  CloturesFaites,
  TransitionCampagneDemandee,
} from '@coopilote/domain/bilans/campagne.contract';
import { firstValueFrom } from 'rxjs';

const RACINE = '/api/campagnes';

/** One quarter of the collection; call it in an injection context. */
export function ressourceCampagnes(
  filtres: () => { trimestre?: string; departement?: string },
): HttpResourceRef<CampagnesLues | undefined> {
  return httpResource<CampagnesLues>(() => {
    const { trimestre, departement } = filtres();
    return { url: RACINE, params: { ...(trimestre && { trimestre }), ...(departement && { departement }) } };
  });
}

/** Acts on the collection of a quarter. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class CampagnesApi {
  private readonly http = inject(HttpClient);

  modifier(id: string, saisie: CampagneModifiee): Promise<CampagneLigne> {
    return firstValueFrom(this.http.patch<CampagneLigne>(`${RACINE}/${id}`, saisie));
  }

  changerEtat(id: string, demande: TransitionCampagneDemandee): Promise<CampagneLigne> {
    return firstValueFrom(this.http.post<CampagneLigne>(`${RACINE}/${id}/transitions`, demande));
  }

  /** Closes several at once. */
  clore(demande: CloturesDemandees): Promise<CloturesFaites> {
    return firstValueFrom(this.http.post<CloturesFaites>(`${RACINE}/clotures`, demande));
  }

  relancer(id: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`${RACINE}/${id}/relances`, {}));
  }
}
