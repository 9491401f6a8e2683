import { Injectable, inject } from '@angular/core';
import type { ContenuBilan } from '@coopilote/domain/bilans/bilan.rules';
import { SessionStore } from '../../platform/session-store';

/** What was typed and not yet acknowledged by the server. */
export interface BrouillonLocal {
  /** Version of the report on which it was typed. */
  version: number;
  /** What the server had then: tells what this person changed from what others changed. */
  base: ContenuBilan;
  contenu: ContenuBilan;
  /** Contents sent whose answer never came: finding one of them on the server is no conflict. */
  envoyes: readonly ContenuBilan[];
  /** ISO instant of the last key. */
  le: string;
}

/**
 * Copies of drafts on this device, one a report and a person: a shared computer shows nobody else's words. A browser that
 * refuses to keep anything (full, private) loses this safety net only.
 */
@Injectable({ providedIn: 'root' })
export class BrouillonsLocaux {
  private readonly session = inject(SessionStore);

  lire(id: string): BrouillonLocal | null {
    try {
      const garde = localStorage.getItem(this.cle(id));
      const lu = garde ? (JSON.parse(garde) as Partial<BrouillonLocal>) : null;
      return lu?.contenu?.reponses && lu.base && lu.envoyes && lu.le && lu.version !== undefined
        ? (lu as BrouillonLocal)
        : null;
    } catch {
      return null;
    }
  }

  /** @returns false when the browser keeps nothing. */
  garder(id: string, brouillon: BrouillonLocal): boolean {
    try {
      localStorage.setItem(this.cle(id), JSON.stringify(brouillon));
      return true;
    } catch {
      return false;
    }
  }

  effacer(id: string): void {
    try {
      localStorage.removeItem(this.cle(id));
    } catch {
      // Nothing could be kept, nothing is left.
    }
  }

  private cle(id: string): string {
    return `coopilote.bilan.${this.personne()}.${id}`;
  }

  /** Remembered: the session is already gone when it has just expired. */
  private derniere = '';
  private personne(): string {
    this.derniere = this.session.utilisateur()?.id ?? this.derniere;
    return this.derniere;
  }
}
