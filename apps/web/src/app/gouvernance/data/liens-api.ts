import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  BilletPresence,
  CodePresence,
  Emargement,
  ReponsesSondage,
  SondagePublic,
} from '@coopilote/domain/gouvernance';
import { firstValueFrom } from 'rxjs';

/** What a link opens to somebody without an account. */
@Injectable({ providedIn: 'root' })
export class LiensApi {
  private readonly http = inject(HttpClient);

  repondre(lien: string, saisie: ReponsesSondage): Promise<SondagePublic> {
    return firstValueFrom(this.http.post<SondagePublic>(`/api/sondages/${encodeURIComponent(lien)}`, saisie));
  }

  /** One scan of the code gives one signature. */
  ouvrirPresence(code: CodePresence): Promise<BilletPresence> {
    return firstValueFrom(this.http.post<BilletPresence>('/api/presences', code));
  }

  signer(billet: string, saisie: Emargement): Promise<{ nom: string }> {
    return firstValueFrom(this.http.post<{ nom: string }>(`/api/presences/${encodeURIComponent(billet)}`, saisie));
  }
}
