import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  CompteRenduLu,
  ContenuSaisi,
  CorrectionDemandee,
  TransitionCompteRendu,
} from '@coopilote/domain/gouvernance/compte-rendu.contract';
import type { SeanceLue } from '@coopilote/domain/gouvernance/seance.contract';
import type { Observable } from 'rxjs';

/** First word of the key of the copies that stay on the device. */
export const GENRE_COPIE_COMPTE_RENDU = 'compte-rendu';

const adresse = (reunionId: string): string => `/api/reunions/${reunionId}/compte-rendu`;

/** Where the minutes are taken away from. */
export function adresseDocument(reunionId: string, numero: number, format: 'pdf' | 'docx'): string {
  return `${adresse(reunionId)}/${numero}/document.${format}`;
}

/** The minutes of a meeting: one version, or the newest that the reader sees. Call it in an injection context. */
export function ressourceCompteRendu(
  demande: () => { reunionId: string; numero: number | null },
): HttpResourceRef<CompteRenduLu | undefined> {
  return httpResource<CompteRenduLu>(() => {
    const { reunionId, numero } = demande();
    return reunionId ? { url: adresse(reunionId), params: { ...(numero !== null && { numero }) } } : undefined;
  });
}

/** The meeting of the minutes, with its decisions as they stand now. */
export function ressourceSeance(reunionId: () => string): HttpResourceRef<SeanceLue | undefined> {
  return httpResource<SeanceLue>(() => (reunionId() ? `/api/reunions/${reunionId()}/seance` : undefined));
}

/** Writes of the minutes. Every refusal arrives as a `Probleme`. */
@Injectable({ providedIn: 'root' })
export class CompteRenduApi {
  private readonly http = inject(HttpClient);

  lire(reunionId: string): Observable<CompteRenduLu> {
    return this.http.get<CompteRenduLu>(adresse(reunionId));
  }

  /** @throws Probleme 409 VERSION_PERIMEE when the draft was written elsewhere since `version`. */
  enregistrer(reunionId: string, contenu: ContenuSaisi): Observable<CompteRenduLu> {
    return this.http.patch<CompteRenduLu>(adresse(reunionId), contenu);
  }

  changerEtat(reunionId: string, demande: TransitionCompteRendu): Observable<CompteRenduLu> {
    return this.http.post<CompteRenduLu>(`${adresse(reunionId)}/transitions`, demande);
  }

  corriger(reunionId: string, demande: CorrectionDemandee): Observable<CompteRenduLu> {
    return this.http.post<CompteRenduLu>(`${adresse(reunionId)}/corrections`, demande);
  }
}
