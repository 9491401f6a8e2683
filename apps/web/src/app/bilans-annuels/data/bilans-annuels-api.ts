import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  BilanAnnuelCree,
  BilanAnnuelLu,
  DecisionAnnuelle,
  ReunionBilanAnnuel,
  TexteEnregistre,
  TextesBilanAnnuel,
  TransitionBilanAnnuel,
  VoletSaisi,
} from '@coopilote/domain/bilans/bilan-annuel.contract';
import { type Observable, firstValueFrom } from 'rxjs';

export const BILANS_ANNUELS = '/api/bilans-annuels';

/** Reads and writes on annual reports. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class BilansAnnuelsApi {
  private readonly http = inject(HttpClient);

  lire(id: string): Observable<BilanAnnuelLu> {
    return this.http.get<BilanAnnuelLu>(`${BILANS_ANNUELS}/${id}`);
  }

  ouvrir(saisie: BilanAnnuelCree): Promise<BilanAnnuelLu> {
    return firstValueFrom(this.http.post<BilanAnnuelLu>(BILANS_ANNUELS, saisie));
  }

  ecrire(id: string, saisie: TextesBilanAnnuel): Observable<TexteEnregistre> {
    return this.http.patch<TexteEnregistre>(`${BILANS_ANNUELS}/${id}`, saisie);
  }

  ecrireVolet(id: string, ficheActionId: string, saisie: VoletSaisi): Observable<TexteEnregistre> {
    return this.http.put<TexteEnregistre>(`${BILANS_ANNUELS}/${id}/volets/${ficheActionId}`, saisie);
  }

  lier(id: string, saisie: ReunionBilanAnnuel): Promise<BilanAnnuelLu> {
    return firstValueFrom(this.http.put<BilanAnnuelLu>(`${BILANS_ANNUELS}/${id}/reunion`, saisie));
  }

  decider(id: string, ficheActionId: string, saisie: DecisionAnnuelle): Promise<BilanAnnuelLu> {
    return firstValueFrom(this.http.put<BilanAnnuelLu>(`${BILANS_ANNUELS}/${id}/decisions/${ficheActionId}`, saisie));
  }

  passer(id: string, saisie: TransitionBilanAnnuel): Promise<BilanAnnuelLu> {
    return firstValueFrom(this.http.post<BilanAnnuelLu>(`${BILANS_ANNUELS}/${id}/transitions`, saisie));
  }
}
