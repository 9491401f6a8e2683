import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  FicheActionCreee,
  FicheActionLue,
  FicheActionModifiee,
  IndicateurCree,
  IndicateurModifie,
  TransitionFicheDemandee,
} from '@coopilote/domain/actions';
import type { NiveauBilanChoisi } from '@coopilote/domain/bilans/campagne.contract';
import { firstValueFrom } from 'rxjs';

const RACINE = '/api/fiches-actions';

/** Writes on a fiche-action and its indicators. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class FichesActionsApi {
  private readonly http = inject(HttpClient);

  lire(id: string): Promise<FicheActionLue> {
    return firstValueFrom(this.http.get<FicheActionLue>(`${RACINE}/${id}`));
  }

  creer(saisie: FicheActionCreee): Promise<{ id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>(RACINE, saisie));
  }

  modifier(id: string, saisie: FicheActionModifiee): Promise<unknown> {
    return firstValueFrom(this.http.patch(`${RACINE}/${id}`, saisie));
  }

  changerEtat(id: string, saisie: TransitionFicheDemandee): Promise<unknown> {
    return firstValueFrom(this.http.post(`${RACINE}/${id}/transitions`, saisie));
  }

  choisirNiveauBilan(id: string, choix: NiveauBilanChoisi): Promise<unknown> {
    return firstValueFrom(this.http.put(`${RACINE}/${id}/niveau-bilan`, choix));
  }

  ajouterIndicateur(saisie: IndicateurCree): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/indicateurs', saisie));
  }

  modifierIndicateur(id: string, saisie: IndicateurModifie): Promise<unknown> {
    return firstValueFrom(this.http.patch(`/api/indicateurs/${id}`, saisie));
  }

  supprimerIndicateur(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/indicateurs/${id}`));
  }
}
