import { HttpClient, HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { PreferenceLue } from '@coopilote/domain/notifications/preference.contract';
import { firstValueFrom } from 'rxjs';

const ADRESSE = '/api/preferences-messages';

export function preferences(): HttpResourceRef<PreferenceLue[] | undefined> {
  return httpResource<PreferenceLue[]>(() => ADRESSE);
}

@Injectable({ providedIn: 'root' })
export class PreferencesApi {
  private readonly http = inject(HttpClient);

  choisir({ genre, choix }: PreferenceLue): Promise<PreferenceLue> {
    return firstValueFrom(this.http.put<PreferenceLue>(`${ADRESSE}/${genre}`, { choix }));
  }
}
