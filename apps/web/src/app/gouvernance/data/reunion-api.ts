import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  CreneauChoisi,
  OrdreDuJourSaisi,
  ParticipantModifie,
  ParticipantSaisi,
  ReunionLue,
  ReunionModifiee,
  SondageSaisi,
  TransitionReunion,
} from '@coopilote/domain/gouvernance';
import { firstValueFrom } from 'rxjs';

/** What is written on one meeting. Each answers the meeting as it then stands, or throws a `Probleme`. */
@Injectable({ providedIn: 'root' })
export class ReunionApi {
  private readonly http = inject(HttpClient);
  private readonly adresse = (id: string): string => `/api/reunions/${id}`;

  lire(id: string): Promise<ReunionLue> {
    return firstValueFrom(this.http.get<ReunionLue>(this.adresse(id)));
  }

  modifier(id: string, saisie: ReunionModifiee): Promise<ReunionLue> {
    return firstValueFrom(this.http.patch<ReunionLue>(this.adresse(id), saisie));
  }

  changerEtat(id: string, saisie: TransitionReunion): Promise<ReunionLue> {
    return firstValueFrom(this.http.post<ReunionLue>(`${this.adresse(id)}/transitions`, saisie));
  }

  ecrireOrdreDuJour(id: string, saisie: OrdreDuJourSaisi): Promise<ReunionLue> {
    return firstValueFrom(this.http.put<ReunionLue>(`${this.adresse(id)}/points`, saisie));
  }

  ajouterParticipant(id: string, saisie: ParticipantSaisi): Promise<ReunionLue> {
    return firstValueFrom(this.http.post<ReunionLue>(`${this.adresse(id)}/participants`, saisie));
  }

  /** Also sends what had left to the former address. */
  corrigerParticipant(id: string, participantId: string, saisie: ParticipantModifie): Promise<ReunionLue> {
    const adresse = `${this.adresse(id)}/participants/${participantId}/coordonnees`;
    return firstValueFrom(this.http.patch<ReunionLue>(adresse, saisie));
  }

  retirerParticipant(id: string, participantId: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${this.adresse(id)}/participants/${participantId}`));
  }

  ouvrirSondage(id: string, saisie: SondageSaisi): Promise<ReunionLue> {
    return firstValueFrom(this.http.put<ReunionLue>(`${this.adresse(id)}/sondage`, saisie));
  }

  choisirCreneau(id: string, saisie: CreneauChoisi): Promise<ReunionLue> {
    return firstValueFrom(this.http.post<ReunionLue>(`${this.adresse(id)}/sondage/choix`, saisie));
  }
}
