import { Injectable, inject } from '@angular/core';
import { SessionStore } from './session-store';

/** What was typed and not yet acknowledged by the server. */
export interface CopieLocale<C> {
  /** Version on which it was typed. */
  version: number;
  /** What the server had then: tells what this person changed from what others changed. */
  base: C;
  contenu: C;
  /** Contents sent whose answer never came: finding one of them on the server is no conflict. */
  envoyes: readonly C[];
  /** ISO instant of the last key. */
  le: string;
}

/**
 * Copies of drafts on this device, one a draft and a person: a shared computer shows nobody else's words. A browser that
 * refuses to keep anything (full, private) loses this safety net only.
 */
@Injectable({ providedIn: 'root' })
export class CopiesLocales {
  private readonly session = inject(SessionStore);

  /** @param genre kind of draft, first word of its key. */
  lire<C extends object>(genre: string, id: string): CopieLocale<C> | null {
    try {
      const garde = localStorage.getItem(this.cle(genre, id));
      const lue = garde ? (JSON.parse(garde) as Partial<CopieLocale<C>>) : null;
      return lue?.contenu && lue.base && lue.envoyes && lue.le && lue.version !== undefined
        ? (lue as CopieLocale<C>)
        : null;
    } catch {
      return null;
    }
  }

  /** @returns false when the browser keeps nothing. */
  garder<C extends object>(genre: string, id: string, copie: CopieLocale<C>): boolean {
    try {
      localStorage.setItem(this.cle(genre, id), JSON.stringify(copie));
      return true;
    } catch {
      return false;
    }
  }

  effacer(genre: string, id: string): void {
    try {
      localStorage.removeItem(this.cle(genre, id));
    } catch {
      // Nothing could be kept, nothing is left.
    }
  }

  private cle(genre: string, id: string): string {
    return `coopilote.${genre}.${this.personne()}.${id}`;
  }

  /** Remembered: the session is already gone when it has just expired. */
  private derniere = '';
  private personne(): string {
    this.derniere = this.session.utilisateur()?.id ?? this.derniere;
    return this.derniere;
  }
}
