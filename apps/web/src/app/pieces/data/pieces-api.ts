import { HttpClient, HttpEventType, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CiblePiece } from '@coopilote/domain/pieces';
import { firstValueFrom, lastValueFrom, tap } from 'rxjs';

/** Documents attached to something. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class PiecesApi {
  private readonly http = inject(HttpClient);

  /** Sends a file; tells, as it goes, the share that has left (1: all of it, the server is checking it). */
  async deposer({ objet, objetId }: CiblePiece, fichier: File, avancer: (part: number) => void): Promise<void> {
    const formulaire = new FormData();
    formulaire.set('fichier', fichier, fichier.name);
    const params = new HttpParams({ fromObject: { objet, objetId } });
    const envoi = this.http.post('/api/pieces', formulaire, { params, observe: 'events', reportProgress: true }).pipe(
      tap((evenement) => {
        if (evenement.type === HttpEventType.UploadProgress && evenement.total) {
          avancer(evenement.loaded / evenement.total);
        }
      }),
    );
    await lastValueFrom(envoi);
  }

  retirer(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/pieces/${id}`));
  }
}
