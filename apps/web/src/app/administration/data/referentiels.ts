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

  /** The value as it is stored now; undefined when it is gone. */
  async lireValeur({ id, liste }: ValeurListeLue): Promise<ValeurListeLue | undefined> {
    const params = { liste, retirees: true };
    const valeurs = await firstValueFrom(this.http.get<ValeurListeLue[]>('/api/listes', { params }));
    return valeurs.find((valeur) => valeur.id === id);
  }

  ajouterValeur(saisie: ValeurListeSaisie): Promise<ValeurListeLue> {
    return firstValueFrom(this.http.post<ValeurListeLue>('/api/listes', saisie));
  }

  modifierValeur(id: string, modifiee: ValeurListeModifiee): Promise<ValeurListeLue> {
    return firstValueFrom(this.http.patch<ValeurListeLue>(`/api/listes/${id}`, modifiee));
  }

  async supprimerValeur(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/listes/${id}`));
  }

  /** The indicator as it is stored now; undefined when it is gone. */
  async lireIndicateur({ id }: IndicateurCommunLu): Promise<IndicateurCommunLu | undefined> {
    const params = { retirees: true };
    const indicateurs = await firstValueFrom(
      this.http.get<IndicateurCommunLu[]>('/api/indicateurs-communs', { params }),
    );
    return indicateurs.find((indicateur) => indicateur.id === id);
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
