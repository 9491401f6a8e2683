import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CooperativeLue } from '@coopilote/domain/cooperatives/cooperative.contract';
import type { DecisionLue, SuiteSaisie } from '@coopilote/domain/gouvernance/seance.contract';
import { firstValueFrom } from 'rxjs';

/** Every decision of a CA, in the order of their numbers. Call it in an injection context. */
export function ressourceDecisions(cooperativeId: () => string): HttpResourceRef<DecisionLue[] | undefined> {
  return httpResource<DecisionLue[]>(() =>
    cooperativeId() ? `/api/cooperatives/${cooperativeId()}/decisions` : undefined,
  );
}

/** The CA of the register: its name, and what the reader may do in it. */
export function ressourceCooperative(id: () => string): HttpResourceRef<CooperativeLue | undefined> {
  return httpResource<CooperativeLue>(() => (id() ? `/api/cooperatives/${id()}` : undefined));
}

@Injectable({ providedIn: 'root' })
export class DecisionsApi {
  private readonly http = inject(HttpClient);

  /** @throws Probleme 409 VERSION_PERIMEE when the decision changed since `version`. */
  poserSuite({ id, reunionId }: DecisionLue, saisie: SuiteSaisie): Promise<DecisionLue> {
    return firstValueFrom(this.http.post<DecisionLue>(`/api/reunions/${reunionId}/decisions/${id}/suite`, saisie));
  }
}
