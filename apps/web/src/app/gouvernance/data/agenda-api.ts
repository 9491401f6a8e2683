import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** The secret address of one's own calendar. */
@Injectable({ providedIn: 'root' })
export class AgendaApi {
  private readonly http = inject(HttpClient);

  /** A new address; the former one, if any, opens nothing any more. It is said this once. */
  creer(): Promise<{ adresse: string }> {
    return firstValueFrom(this.http.post<{ adresse: string }>('/api/agenda', {}));
  }

  revoquer(): Promise<unknown> {
    return firstValueFrom(this.http.delete('/api/agenda'));
  }
}
