import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Connexion, Role, SessionLue } from '@coopilote/domain/comptes';
import { EVENEMENT_SESSION_EXPIREE, versProbleme } from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';

/** Who is signed in, and what this person may do. The server decides again at each request: this only spares useless doors. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly http = inject(HttpClient);
  private readonly session = signal<SessionLue | null>(null);
  private readonly operations = computed(() => new Set(this.session()?.operations));
  private readonly roles = computed(() => new Set(this.session()?.attributions.map((attribution) => attribution.role)));

  readonly utilisateur = computed(() => this.session()?.utilisateur ?? null);
  readonly attributions = computed(() => this.session()?.attributions ?? []);
  readonly connecte = computed(() => this.session() !== null);
  readonly demonstration = computed(() => this.session()?.demonstration ?? false);

  /** True when at least one of the person's roles opens the operation, on some scope. */
  peut(operation: string): boolean {
    return this.operations().has(operation);
  }

  aRole(...roles: readonly Role[]): boolean {
    return roles.some((role) => this.roles().has(role));
  }

  /** At the start: asks who is signed in, unless the page itself says that the browser holds no session. */
  async retrouver(): Promise<void> {
    const annonce = document.querySelector<HTMLMetaElement>('meta[name="session"]')?.content;
    if (annonce !== 'non') await this.charger();
  }

  /** Asks who is signed in. No answer, or nobody: signed out, and the page says the rest. */
  async charger(): Promise<void> {
    try {
      this.session.set(await firstValueFrom(this.http.get<SessionLue>('/api/session')));
    } catch {
      this.session.set(null);
    }
  }

  /** @throws Probleme when the address and the password do not match, or the account is locked. */
  async connecter(identifiants: Connexion): Promise<void> {
    await firstValueFrom(this.http.post('/api/session', identifiants));
    await this.charger();
  }

  async deconnecter(): Promise<void> {
    try {
      await firstValueFrom(this.http.delete('/api/session'));
    } catch (erreur) {
      // Already signed out on the server: that is what was asked.
      if (versProbleme(erreur).statut !== 401) throw erreur;
    }
    this.session.set(null);
  }

  /** The server no longer knows the session: open forms keep what was typed, then the person is signed out. */
  expirer(): boolean {
    if (!this.connecte()) return false;
    window.dispatchEvent(new Event(EVENEMENT_SESSION_EXPIREE));
    this.session.set(null);
    return true;
  }
}
