import { HttpClient, HttpEventType, HttpParams, HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CiblePiece, PieceLue } from '@coopilote/domain/pieces';
import { filter, firstValueFrom, lastValueFrom, map, tap } from 'rxjs';

/** Documents attached to something. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class PiecesApi {
  private readonly http = inject(HttpClient);

  /** Sends a file; tells, as it goes, the share that has left (1: all of it, the server is checking it). */
  deposer({ objet, objetId }: CiblePiece, fichier: File, avancer: (part: number) => void): Promise<PieceLue> {
    const formulaire = new FormData();
    formulaire.set('fichier', fichier, fichier.name);
    const params = new HttpParams({ fromObject: { objet, objetId } });
    const envoi = this.http
      .post<PieceLue>('/api/pieces', formulaire, { params, observe: 'events', reportProgress: true })
      .pipe(
        tap((evenement) => {
          if (evenement.type === HttpEventType.UploadProgress && evenement.total) {
            avancer(evenement.loaded / evenement.total);
          }
        }),
        filter((evenement) => evenement instanceof HttpResponse),
        map(({ body }) => body as PieceLue),
      );
    return lastValueFrom(envoi);
  }

  retirer(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/pieces/${id}`));
  }
}
