import { Injectable, inject } from '@angular/core';
import { SessionStore } from '../../platform/session-store';

/** Words typed on this device that the server has not acknowledged: a Yjs update, base64. */
export interface LotGarde {
  cle: string;
  pointId: string;
  miseAJour: string;
}

/**
 * Copies of notes on this device until the server has them. One entry a batch, never rewritten by another tab: two tabs of
 * the same person lose nothing of each other. A browser that refuses to keep anything (full, private) loses this safety
 * net only.
 */
@Injectable({ providedIn: 'root' })
export class NotesGardees {
  private readonly session = inject(SessionStore);

  nouvelleCle(reunionId: string, pointId: string): string {
    return `${this.racine(reunionId)}${pointId}.${crypto.randomUUID()}`;
  }

  /** @returns false when the browser keeps nothing. */
  garder(cle: string, miseAJour: string): boolean {
    try {
      localStorage.setItem(cle, miseAJour);
      return true;
    } catch {
      return false;
    }
  }

  lister(reunionId: string): LotGarde[] {
    const racine = this.racine(reunionId);
    try {
      return Object.entries({ ...localStorage } as Record<string, string>)
        .filter(([cle]) => cle.startsWith(racine))
        .map(([cle, miseAJour]) => ({ cle, miseAJour, pointId: cle.slice(racine.length).split('.')[0] ?? '' }));
    } catch {
      return [];
    }
  }

  /** Forgets a batch, unless the tab that owns it has added words since it was read. */
  oublier(cle: string, miseAJour: string): void {
    try {
      if (localStorage.getItem(cle) === miseAJour) localStorage.removeItem(cle);
    } catch {
      // Nothing could be kept, nothing is left.
    }
  }

  private racine(reunionId: string): string {
    return `coopilote.note.${this.personne()}.${reunionId}.`;
  }

  /** Remembered: the session is already gone when it has just expired. */
  private derniere = '';
  private personne(): string {
    this.derniere = this.session.utilisateur()?.id ?? this.derniere;
    return this.derniere;
  }
}
