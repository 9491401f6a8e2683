import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Connexion, Role, SessionLue } from '@coopilote/domain/comptes';
import { versProbleme } from '@coopilote/ui/formulaire/probleme';
import { EVENEMENT_SESSION_EXPIREE } from '@coopilote/ui/formulaire/session-expiree';
import { firstValueFrom } from 'rxjs';
import { ADRESSE_SESSION, CopiesLectures } from './copies-lectures';

/** Kept on the device when the person signed out without network: the server is told as soon as it answers. */
const CLE_SORTIE = 'coopilote.sortie';

/** Who is signed in, and what this person may do. The server decides again at each request: this only spares useless doors. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly http = inject(HttpClient);
  private readonly copies = inject(CopiesLectures);
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
    if (!(await this.finirSortie())) return;
    const annonce = document.querySelector<HTMLMetaElement>('meta[name="session"]')?.content;
    if (annonce !== 'non') await this.charger();
    else await this.copies.effacer();
  }

  /** Asks who is signed in. No answer, or nobody: signed out, and the page says the rest. */
  async charger(): Promise<void> {
    try {
      this.session.set(await firstValueFrom(this.http.get<SessionLue>(ADRESSE_SESSION)));
    } catch {
      this.session.set(null);
    }
  }

  /** Asks again, after the network was away. Another person signed in meanwhile in another tab: the page is theirs. */
  async verifier(): Promise<void> {
    const avant = this.utilisateur()?.id;
    if (!avant) return;
    try {
      const lue = await firstValueFrom(this.http.get<SessionLue>(ADRESSE_SESSION));
      if (lue.utilisateur.id === avant) this.session.set(lue);
      else location.reload();
    } catch {
      // An ended session has led to sign in; a network that failed again will ask later.
    }
  }

  /** @throws Probleme when the address and the password do not match, or the account is locked. */
  async connecter(identifiants: Connexion): Promise<void> {
    await firstValueFrom(this.http.post(ADRESSE_SESSION, identifiants));
    localStorage.removeItem(CLE_SORTIE);
    await this.charger();
  }

  /** Erases what the device kept of the readings. Without network too: the server is told when it comes back. */
  async deconnecter(): Promise<void> {
    try {
      await this.quitter();
    } catch (erreur) {
      if (!versProbleme(erreur).horsLigne) throw erreur;
      localStorage.setItem(CLE_SORTIE, '1');
    }
    await this.copies.effacer();
    this.session.set(null);
  }

  /** @returns false while a sign-out asked for without network has not reached the server. */
  async finirSortie(): Promise<boolean> {
    if (!localStorage.getItem(CLE_SORTIE)) return true;
    try {
      await this.quitter();
    } catch {
      return false;
    }
    localStorage.removeItem(CLE_SORTIE);
    return true;
  }

  private async quitter(): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(ADRESSE_SESSION));
    } catch (erreur) {
      // Already signed out on the server: that is what was asked.
      if (versProbleme(erreur).statut !== 401) throw erreur;
    }
  }

  /** The server no longer knows the session: open forms keep what was typed, then the person is signed out. */
  expirer(): boolean {
    if (!this.connecte()) return false;
    window.dispatchEvent(new Event(EVENEMENT_SESSION_EXPIREE));
    void this.copies.effacer();
    this.session.set(null);
    return true;
  }
}
