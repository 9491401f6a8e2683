import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { PartageOffert, SuiviVue, VueCreee, VueLue, VueModifiee } from '@coopilote/domain/vues/vues.contract';
import { firstValueFrom } from 'rxjs';

const RACINE = '/api/vues';

export function vuesLues(): HttpResourceRef<VueLue[] | undefined> {
  return httpResource<VueLue[]>(() => RACINE);
}

export function partagesOfferts(): HttpResourceRef<PartageOffert[] | undefined> {
  return httpResource<PartageOffert[]>(() => `${RACINE}/partages`);
}

/** Acts on the saved views. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class VuesApi {
  private readonly http = inject(HttpClient);

  creer(saisie: VueCreee): Promise<VueLue> {
    return firstValueFrom(this.http.post<VueLue>(RACINE, saisie));
  }

  modifier(id: string, saisie: VueModifiee): Promise<VueLue> {
    return firstValueFrom(this.http.patch<VueLue>(`${RACINE}/${id}`, saisie));
  }

  suivre(id: string, saisie: SuiviVue): Promise<VueLue> {
    return firstValueFrom(this.http.put<VueLue>(`${RACINE}/${id}/suivi`, saisie));
  }

  retirer(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${RACINE}/${id}`));
  }
}
