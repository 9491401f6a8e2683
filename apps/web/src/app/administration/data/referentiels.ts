import { HttpClient, HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  IndicateurCommunLu,
  IndicateurCommunModifie,
  IndicateurCommunSaisi,
  Liste,
  ValeurListeLue,
  ValeurListeModifiee,
  ValeurListeSaisie,
} from '@coopilote/domain/referentiel/referentiel.contract';
import { firstValueFrom } from 'rxjs';

/** A list with its retired values. */
export function valeursDeListe(liste: () => Liste): HttpResourceRef<ValeurListeLue[] | undefined> {
  return httpResource<ValeurListeLue[]>(() => ({ url: '/api/listes', params: { liste: liste(), retirees: true } }));
}

export function indicateursCommuns(): HttpResourceRef<IndicateurCommunLu[] | undefined> {
  return httpResource<IndicateurCommunLu[]>(() => ({ url: '/api/indicateurs-communs', params: { retirees: true } }));
}

/** What an administrator writes in the reference lists. */
@Injectable({ providedIn: 'root' })
export class ReferentielsApi {
  private readonly http = inject(HttpClient);

  ajouterValeur(saisie: ValeurListeSaisie): Promise<ValeurListeLue> {
    return firstValueFrom(this.http.post<ValeurListeLue>('/api/listes', saisie));
  }

  modifierValeur(id: string, modifiee: ValeurListeModifiee): Promise<ValeurListeLue> {
    return firstValueFrom(this.http.patch<ValeurListeLue>(`/api/listes/${id}`, modifiee));
  }

  async supprimerValeur(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/listes/${id}`));
  }

  ajouterIndicateur(saisie: IndicateurCommunSaisi): Promise<IndicateurCommunLu> {
    return firstValueFrom(this.http.post<IndicateurCommunLu>('/api/indicateurs-communs', saisie));
  }

  modifierIndicateur(id: string, modifie: IndicateurCommunModifie): Promise<IndicateurCommunLu> {
    return firstValueFrom(this.http.patch<IndicateurCommunLu>(`/api/indicateurs-communs/${id}`, modifie));
  }

  async supprimerIndicateur(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/indicateurs-communs/${id}`));
  }
}
