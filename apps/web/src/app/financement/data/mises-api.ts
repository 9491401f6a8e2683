import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AppelModifie,
  ApprobationSaisie,
  CoutsReels,
  MiseADispositionCreee,
  MiseADispositionLue,
  MiseADispositionModifiee,
  PeriodeSaisie,
  TransitionMise,
} from '@coopilote/domain/financement';
import { firstValueFrom, type Observable } from 'rxjs';

const MISES = '/api/mises-a-disposition';

/** Writes on mises à disposition. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class MisesApi {
  private readonly http = inject(HttpClient);

  lire(id: string): Promise<MiseADispositionLue> {
    return lue(this.http.get<MiseADispositionLue>(`${MISES}/${id}`));
  }

  creer(saisie: MiseADispositionCreee): Promise<MiseADispositionLue> {
    return lue(this.http.post<MiseADispositionLue>(MISES, saisie));
  }

  modifier(id: string, saisie: MiseADispositionModifiee): Promise<MiseADispositionLue> {
    return lue(this.http.patch<MiseADispositionLue>(`${MISES}/${id}`, saisie));
  }

  supprimer(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${MISES}/${id}`));
  }

  passer(id: string, saisie: TransitionMise): Promise<MiseADispositionLue> {
    return lue(this.http.post<MiseADispositionLue>(`${MISES}/${id}/transitions`, saisie));
  }

  remplacer(id: string): Promise<MiseADispositionLue> {
    return lue(this.http.post<MiseADispositionLue>(`${MISES}/${id}/remplacement`, {}));
  }

  approuver(id: string, structureId: string, saisie: ApprobationSaisie): Promise<MiseADispositionLue> {
    return lue(this.http.put<MiseADispositionLue>(`${MISES}/${id}/approbations/${structureId}`, saisie));
  }

  saisirCouts(id: string, saisie: CoutsReels): Promise<MiseADispositionLue> {
    return lue(this.http.put<MiseADispositionLue>(`${MISES}/${id}/couts-reels`, saisie));
  }

  repartir(id: string, saisie: PeriodeSaisie): Promise<MiseADispositionLue> {
    return lue(this.http.post<MiseADispositionLue>(`${MISES}/${id}/periodes`, saisie));
  }

  supprimerPeriode(id: string, periodeId: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${MISES}/${id}/periodes/${periodeId}`));
  }

  modifierAppel(id: string, appelId: string, saisie: AppelModifie): Promise<MiseADispositionLue> {
    return lue(this.http.patch<MiseADispositionLue>(`${MISES}/${id}/appels/${appelId}`, saisie));
  }
}

const lue = (reponse: Observable<MiseADispositionLue>): Promise<MiseADispositionLue> => firstValueFrom(reponse);
