import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ActeCree,
  ActeLu,
  ActeModifie,
  BudgetSaisi,
  CompteRenduFinancierCree,
  CompteRenduFinancierLu,
  CompteRenduFinancierModifie,
  EngagementCree,
  EngagementLu,
  EngagementModifie,
  FinancementLu,
  RepartitionSaisie,
  SignatureActe,
  TransitionCompteRenduFinancier,
  VersementModifie,
  VersementSaisi,
} from '@coopilote/domain/financement';
import { firstValueFrom } from 'rxjs';

const ENGAGEMENTS = '/api/engagements';
const ACTES = '/api/actes-financement';
const COMPTES_RENDUS = '/api/comptes-rendus-financiers';

/** Writes on the money of a CA. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class FinancementApi {
  private readonly http = inject(HttpClient);

  lire(cooperativeId: string, annee: number): Promise<FinancementLu> {
    return firstValueFrom(
      this.http.get<FinancementLu>(`/api/cooperatives/${cooperativeId}/financement`, { params: { annee } }),
    );
  }

  fixerBudget(cooperativeId: string, annee: number, saisie: BudgetSaisi): Promise<unknown> {
    return firstValueFrom(this.http.put(`/api/cooperatives/${cooperativeId}/budgets/${annee}`, saisie));
  }

  repartir(cooperativeId: string, saisie: RepartitionSaisie): Promise<unknown> {
    return firstValueFrom(this.http.post(`/api/cooperatives/${cooperativeId}/repartitions`, saisie));
  }

  lireEngagement(id: string): Promise<EngagementLu> {
    return firstValueFrom(this.http.get<EngagementLu>(`${ENGAGEMENTS}/${id}`));
  }

  ajouterEngagement(saisie: EngagementCree): Promise<unknown> {
    return firstValueFrom(this.http.post(ENGAGEMENTS, saisie));
  }

  modifierEngagement(id: string, saisie: EngagementModifie): Promise<unknown> {
    return firstValueFrom(this.http.patch(`${ENGAGEMENTS}/${id}`, saisie));
  }

  supprimerEngagement(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${ENGAGEMENTS}/${id}`));
  }

  reporterEngagement(id: string, version: number): Promise<EngagementLu> {
    return firstValueFrom(this.http.post<EngagementLu>(`${ENGAGEMENTS}/${id}/report`, { version }));
  }

  ajouterVersement(engagementId: string, saisie: VersementSaisi): Promise<unknown> {
    return firstValueFrom(this.http.post(`${ENGAGEMENTS}/${engagementId}/versements`, saisie));
  }

  modifierVersement(engagementId: string, id: string, saisie: VersementModifie): Promise<unknown> {
    return firstValueFrom(this.http.patch(`${ENGAGEMENTS}/${engagementId}/versements/${id}`, saisie));
  }

  supprimerVersement(engagementId: string, id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${ENGAGEMENTS}/${engagementId}/versements/${id}`));
  }

  lireActe(id: string): Promise<ActeLu> {
    return firstValueFrom(this.http.get<ActeLu>(`${ACTES}/${id}`));
  }

  preparerActe(saisie: ActeCree): Promise<ActeLu> {
    return firstValueFrom(this.http.post<ActeLu>(ACTES, saisie));
  }

  modifierActe(id: string, saisie: ActeModifie): Promise<ActeLu> {
    return firstValueFrom(this.http.patch<ActeLu>(`${ACTES}/${id}`, saisie));
  }

  signerActe(id: string, saisie: SignatureActe): Promise<unknown> {
    return firstValueFrom(this.http.post(`${ACTES}/${id}/signature`, saisie));
  }

  supprimerActe(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${ACTES}/${id}`));
  }

  lireCompteRendu(id: string): Promise<CompteRenduFinancierLu> {
    return firstValueFrom(this.http.get<CompteRenduFinancierLu>(`${COMPTES_RENDUS}/${id}`));
  }

  ouvrirCompteRendu(saisie: CompteRenduFinancierCree): Promise<CompteRenduFinancierLu> {
    return firstValueFrom(this.http.post<CompteRenduFinancierLu>(COMPTES_RENDUS, saisie));
  }

  modifierCompteRendu(id: string, saisie: CompteRenduFinancierModifie): Promise<CompteRenduFinancierLu> {
    return firstValueFrom(this.http.patch<CompteRenduFinancierLu>(`${COMPTES_RENDUS}/${id}`, saisie));
  }

  passerCompteRendu(id: string, saisie: TransitionCompteRenduFinancier): Promise<CompteRenduFinancierLu> {
    return firstValueFrom(this.http.post<CompteRenduFinancierLu>(`${COMPTES_RENDUS}/${id}/transitions`, saisie));
  }
}
