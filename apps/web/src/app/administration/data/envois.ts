import { HttpClient, HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { TravailLu } from '@coopilote/domain/commun/travail.contract';
import type { EnvoiLu } from '@coopilote/domain/notifications/envoi.contract';
import { firstValueFrom } from 'rxjs';

export const TAILLE_PAGE = 50;

export function envois(
  filtres: () => { q: string; etat: string; page: number },
): HttpResourceRef<Page<EnvoiLu> | undefined> {
  return httpResource<Page<EnvoiLu>>(() => {
    const { q, etat, page } = filtres();
    return { url: '/api/envois', params: { page, taille: TAILLE_PAGE, ...(q && { q }), ...(etat && { etat }) } };
  });
}

export function travaux(): HttpResourceRef<TravailLu[] | undefined> {
  return httpResource<TravailLu[]>(() => '/api/travaux');
}

/** What an administrator does of messages. */
@Injectable({ providedIn: 'root' })
export class EnvoisApi {
  private readonly http = inject(HttpClient);

  async reessayer(envoi: EnvoiLu): Promise<void> {
    await firstValueFrom(this.http.post(`/api/envois/${envoi.id}/nouvel-essai`, {}));
  }
}
