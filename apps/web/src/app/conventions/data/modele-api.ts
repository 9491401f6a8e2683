import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { ModeleLu, ModeleSaisi } from '@coopilote/domain/conventions';
import { firstValueFrom } from 'rxjs';

export const adresseModele = (region: string): string => `/api/regions/${region}/modele-convention`;

/** The template of a region's conventions. */
@Injectable({ providedIn: 'root' })
export class ModeleApi {
  private readonly http = inject(HttpClient);

  lire(region: string): Promise<ModeleLu> {
    return firstValueFrom(this.http.get<ModeleLu>(adresseModele(region)));
  }

  enregistrer(region: string, saisie: ModeleSaisi): Promise<ModeleLu> {
    return firstValueFrom(this.http.put<ModeleLu>(adresseModele(region), saisie));
  }
}
