import { HttpClient, HttpContext, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  BilanLigne,
  BilanLu,
  BrouillonBilan,
  BrouillonEnregistre,
  RecuBilan,
  TransitionBilanDemandee,
  VersionBilan,
} from '@coopilote/domain/bilans/bilan.contract';
import type { ContributionDemandee, ContributionLue } from '@coopilote/domain/bilans/contribution.contract';
import type { Page } from '@coopilote/domain/commun/page.contract';
import { type Observable, firstValueFrom, tap } from 'rxjs';
import { CopiesLectures } from '../../platform/copies-lectures';
import { DU_SERVEUR } from '../../platform/lectures.interceptor';

const RACINE = '/api/bilans-trimestriels';

/** First word of the key of the copies that stay on the device. */
export const GENRE_COPIE_BILAN = 'bilan';

/** A report as a workbook: downloaded in a format, sent back without one. */
export function adresseClasseur(id: string, format?: 'xlsx' | 'ods'): string {
  return `${RACINE}/${id}/classeur${format ? `?format=${format}` : ''}`;
}

/** What the structure asked of others for a report; call it in an injection context. */
export function ressourceContributions(id: () => string): HttpResourceRef<ContributionLue[] | undefined> {
  return httpResource<ContributionLue[]>(() => `${RACINE}/${id()}/contributions`);
}

/** What a list of reports is filtered by; empty values are not sent. */
export interface FiltresBilans {
  cooperative?: string | null;
  /** « 2026-T3 ». */
  trimestre?: string | null;
  etat?: string | null;
  enRetard?: boolean;
  page: number;
  taille: number;
}

/** One report, read anew when the id changes. Call it in an injection context. */
export function ressourceBilan(id: () => string): HttpResourceRef<BilanLu | undefined> {
  return httpResource<BilanLu>(() => (id() ? `${RACINE}/${id()}` : undefined));
}

/** Every sending of a report (R15). */
export function ressourceVersions(id: () => string): HttpResourceRef<VersionBilan[] | undefined> {
  return httpResource<VersionBilan[]>(() => (id() ? `${RACINE}/${id()}/versions` : undefined));
}

export function ressourceRecu(id: () => string): HttpResourceRef<RecuBilan | undefined> {
  return httpResource<RecuBilan>(() => (id() ? `${RACINE}/${id()}/recu` : undefined));
}

export function ressourceListe(filtres: () => FiltresBilans): HttpResourceRef<Page<BilanLigne> | undefined> {
  return httpResource<Page<BilanLigne>>(() => {
    const { cooperative, trimestre, etat, enRetard, page, taille } = filtres();
    const params: Record<string, string | number | boolean> = { page, taille };
    if (cooperative) params['cooperative'] = cooperative;
    if (trimestre) params['trimestre'] = trimestre;
    if (etat) params['etat'] = etat;
    if (enRetard) params['enRetard'] = true;
    return { url: RACINE, params };
  });
}

/** Reads and writes of one report. Every refusal arrives as a `Probleme`. */
@Injectable({ providedIn: 'root' })
export class BilansApi {
  private readonly http = inject(HttpClient);
  private readonly copies = inject(CopiesLectures);

  /** As the server has it, never from a copy: a draft is compared with it. */
  lire(id: string): Observable<BilanLu> {
    return this.http.get<BilanLu>(`${RACINE}/${id}`, { context: new HttpContext().set(DU_SERVEUR, true) });
  }

  /** @throws Probleme 409 VERSION_PERIMEE when the report was written elsewhere since `version`. */
  enregistrer(id: string, brouillon: BrouillonBilan): Observable<BrouillonEnregistre> {
    const { version: _sur, ...contenu } = brouillon;
    return this.http.patch<BrouillonEnregistre>(`${RACINE}/${id}`, brouillon).pipe(
      tap((recu) => {
        void this.copies.corriger<BilanLu>(`${RACINE}/${id}`, (lu) => ({ ...lu, ...recu, contenu }));
      }),
    );
  }

  confier(id: string, demande: ContributionDemandee): Promise<ContributionLue[]> {
    return firstValueFrom(this.http.post<ContributionLue[]>(`${RACINE}/${id}/contributions`, demande));
  }

  retirer(id: string, contributionId: string): Promise<ContributionLue[]> {
    return firstValueFrom(this.http.delete<ContributionLue[]>(`${RACINE}/${id}/contributions/${contributionId}`));
  }

  /** The key is made of what is asked: the same sending, asked again because its answer was lost, has one effect. */
  changerEtat(id: string, demande: TransitionBilanDemandee): Observable<unknown> {
    const headers = { 'Idempotency-Key': `${id}.${demande.version}.${demande.vers}` };
    return this.http
      .post(`${RACINE}/${id}/transitions`, demande, { headers })
      .pipe(tap(() => void this.copies.oublier(`${RACINE}/${id}`)));
  }
}
