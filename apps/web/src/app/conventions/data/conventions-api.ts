import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ActeLu,
  AvenantCree,
  ConsultationSaisie,
  ConventionCreee,
  ConventionLue,
  DepartDemande,
  PartiesSaisies,
  ResiliationSaisie,
} from '@coopilote/domain/conventions';
import { firstValueFrom } from 'rxjs';

/** What is written on a convention as a whole. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class ConventionsApi {
  private readonly http = inject(HttpClient);
  private readonly adresse = (id: string): string => `/api/conventions/${id}`;

  creer(saisie: ConventionCreee): Promise<ConventionLue> {
    return firstValueFrom(this.http.post<ConventionLue>('/api/conventions', saisie));
  }

  lire(id: string): Promise<ConventionLue> {
    return firstValueFrom(this.http.get<ConventionLue>(this.adresse(id)));
  }

  ecrireParties(id: string, saisie: PartiesSaisies): Promise<ConventionLue> {
    return firstValueFrom(this.http.put<ConventionLue>(`${this.adresse(id)}/parties`, saisie));
  }

  /** A text that modifies or renews a signed convention. */
  preparerActe(id: string, saisie: AvenantCree): Promise<ActeLu> {
    return firstValueFrom(this.http.post<ActeLu>(`${this.adresse(id)}/avenants`, saisie));
  }

  demanderDepart(id: string, saisie: DepartDemande): Promise<ConventionLue> {
    return firstValueFrom(this.http.post<ConventionLue>(`${this.adresse(id)}/departs`, saisie));
  }

  consulterSurDepart(id: string, departId: string, saisie: ConsultationSaisie): Promise<ConventionLue> {
    return firstValueFrom(this.http.put<ConventionLue>(`${this.adresse(id)}/departs/${departId}/consultation`, saisie));
  }

  retirerDepart(id: string, departId: string): Promise<ConventionLue> {
    return firstValueFrom(this.http.delete<ConventionLue>(`${this.adresse(id)}/departs/${departId}`));
  }

  resilier(id: string, saisie: ResiliationSaisie): Promise<ConventionLue> {
    return firstValueFrom(this.http.post<ConventionLue>(`${this.adresse(id)}/resiliation`, saisie));
  }
}
