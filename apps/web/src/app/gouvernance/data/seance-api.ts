import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { EngagementLigne } from '@coopilote/domain/financement';
import type { FicheActionLigne } from '@coopilote/domain/actions';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type {
  CodePresenceLu,
  DecisionLue,
  DecisionModifiee,
  DecisionSaisie,
  NoteLue,
  ParticipantSaisi,
  PointSaisi,
  PresenceSaisie,
  ReunionLue,
  SeanceLue,
  TacheLue,
  TacheModifiee,
  TacheSaisie,
  TransitionReunion,
} from '@coopilote/domain/gouvernance';
import type { SuiviIndicateurs, TableauDeBord } from '@coopilote/domain/pilotage';
import { firstValueFrom } from 'rxjs';

/** Fiches-actions that a decision may name: those of one CA, whose number stays far below. */
const TAILLE_FICHES = '200';

/** What a séance reads and writes. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class SeanceApi {
  private readonly http = inject(HttpClient);

  lire(id: string): Promise<SeanceLue> {
    return firstValueFrom(this.http.get<SeanceLue>(`${racine(id)}/seance`));
  }

  changerEtat(id: string, saisie: TransitionReunion): Promise<ReunionLue> {
    return firstValueFrom(this.http.post<ReunionLue>(`${racine(id)}/transitions`, saisie));
  }

  prendrePoint(id: string, pointId: string | null): Promise<SeanceLue> {
    return firstValueFrom(this.http.post<SeanceLue>(`${racine(id)}/seance/point`, { pointId }));
  }

  ajouterPoint(id: string, saisie: PointSaisi): Promise<SeanceLue> {
    return firstValueFrom(this.http.post<SeanceLue>(`${racine(id)}/seance/points`, saisie));
  }

  lireCode(id: string): Promise<CodePresenceLu> {
    return firstValueFrom(this.http.get<CodePresenceLu>(`${racine(id)}/code-presence`));
  }

  noterPresence(id: string, participantId: string, saisie: PresenceSaisie): Promise<ReunionLue> {
    return firstValueFrom(this.http.patch<ReunionLue>(`${racine(id)}/participants/${participantId}`, saisie));
  }

  ajouterParticipant(id: string, saisie: ParticipantSaisi): Promise<ReunionLue> {
    return firstValueFrom(this.http.post<ReunionLue>(`${racine(id)}/participants`, saisie));
  }

  ajouterDecision(id: string, saisie: DecisionSaisie): Promise<DecisionLue> {
    return firstValueFrom(this.http.post<DecisionLue>(`${racine(id)}/decisions`, saisie));
  }

  modifierDecision(id: string, decisionId: string, saisie: DecisionModifiee): Promise<DecisionLue> {
    return firstValueFrom(this.http.patch<DecisionLue>(`${racine(id)}/decisions/${decisionId}`, saisie));
  }

  supprimerDecision(id: string, decisionId: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${racine(id)}/decisions/${decisionId}`));
  }

  ajouterTache(id: string, saisie: TacheSaisie): Promise<TacheLue> {
    return firstValueFrom(this.http.post<TacheLue>(`${racine(id)}/taches`, saisie));
  }

  modifierTache(id: string, tacheId: string, saisie: TacheModifiee): Promise<TacheLue> {
    return firstValueFrom(this.http.patch<TacheLue>(`${racine(id)}/taches/${tacheId}`, saisie));
  }

  supprimerTache(id: string, tacheId: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${racine(id)}/taches/${tacheId}`));
  }

  /** @param vecteur Yjs state vector of the reader, base64: only what it lacks comes back. */
  lireNote(id: string, pointId: string, vecteur: string): Promise<NoteLue> {
    const params = new HttpParams({ fromObject: { vecteur } });
    return firstValueFrom(this.http.get<NoteLue>(`${racine(id)}/points/${pointId}/notes`, { params }));
  }

  ecrireNote(id: string, pointId: string, miseAJour: string): Promise<NoteLue> {
    return firstValueFrom(this.http.post<NoteLue>(`${racine(id)}/points/${pointId}/notes`, { miseAJour }));
  }

  /** Steps of T1, for a decision that moves a date. */
  async etapes(cooperativeId: string): Promise<TableauDeBord['etapes']> {
    const lu = await firstValueFrom(this.http.get<TableauDeBord>(`/api/cooperatives/${cooperativeId}/tableau-de-bord`));
    return lu.etapes;
  }

  /** T2, for a decision that changes a target. */
  indicateurs(cooperativeId: string): Promise<SuiviIndicateurs> {
    return firstValueFrom(this.http.get<SuiviIndicateurs>(`/api/cooperatives/${cooperativeId}/indicateurs`));
  }

  /** Fiches-actions, for a decision that starts, ends or gives up an action. */
  async fiches(cooperative: string): Promise<FicheActionLigne[]> {
    const params = new HttpParams({ fromObject: { cooperative, taille: TAILLE_FICHES } });
    const page = await firstValueFrom(this.http.get<Page<FicheActionLigne>>('/api/fiches-actions', { params }));
    return page.lignes;
  }

  /** Engagements of a CA, for a decision that changes an amount; those that the reader sees. */
  async engagements(cooperative: string): Promise<EngagementLigne[]> {
    const params = new HttpParams({ fromObject: { cooperative, taille: TAILLE_FICHES } });
    const page = await firstValueFrom(this.http.get<Page<EngagementLigne>>('/api/engagements', { params }));
    return page.lignes;
  }
}

const racine = (id: string): string => `/api/reunions/${id}`;
