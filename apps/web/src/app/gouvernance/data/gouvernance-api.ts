import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  EtatTacheSaisi,
  GouvernanceLue,
  InstanceLue,
  InstanceModifiee,
  InstanceSaisie,
  MembreModifie,
  MembreSaisi,
  ReunionCreee,
  ReunionLue,
  TacheLue,
} from '@coopilote/domain/gouvernance';
import { firstValueFrom } from 'rxjs';

/** What is written from the « Gouvernance » tab of a CA. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class GouvernanceApi {
  private readonly http = inject(HttpClient);

  lire(cooperativeId: string): Promise<GouvernanceLue> {
    return firstValueFrom(this.http.get<GouvernanceLue>(`/api/cooperatives/${cooperativeId}/gouvernance`));
  }

  creerInstance(cooperativeId: string, saisie: InstanceSaisie): Promise<InstanceLue> {
    return firstValueFrom(this.http.post<InstanceLue>(`/api/cooperatives/${cooperativeId}/instances`, saisie));
  }

  modifierInstance(id: string, saisie: InstanceModifiee): Promise<InstanceLue> {
    return firstValueFrom(this.http.patch<InstanceLue>(`/api/instances/${id}`, saisie));
  }

  supprimerInstance(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/instances/${id}`));
  }

  ajouterMembre(instanceId: string, saisie: MembreSaisi): Promise<InstanceLue> {
    return firstValueFrom(this.http.post<InstanceLue>(`/api/instances/${instanceId}/membres`, saisie));
  }

  modifierMembre(instanceId: string, membreId: string, saisie: MembreModifie): Promise<InstanceLue> {
    return firstValueFrom(this.http.patch<InstanceLue>(`/api/instances/${instanceId}/membres/${membreId}`, saisie));
  }

  supprimerMembre(instanceId: string, membreId: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/instances/${instanceId}/membres/${membreId}`));
  }

  /** Gives a seat to each member structure that has none, and to the coordinators. */
  proposerMembres(instanceId: string): Promise<InstanceLue> {
    return firstValueFrom(this.http.post<InstanceLue>(`/api/instances/${instanceId}/membres-proposes`, {}));
  }

  creerReunion(saisie: ReunionCreee): Promise<ReunionLue> {
    return firstValueFrom(this.http.post<ReunionLue>('/api/reunions', saisie));
  }

  changerTache(id: string, saisie: EtatTacheSaisi): Promise<TacheLue> {
    return firstValueFrom(this.http.post<TacheLue>(`/api/taches/${id}/etat`, saisie));
  }
}
