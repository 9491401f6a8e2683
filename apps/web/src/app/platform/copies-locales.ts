import { Injectable, inject } from '@angular/core';
import { DepotLocal } from './depot-local';
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
type Copie = CopieLocale<object>;

const PREFIXE = 'coopilote.';
/** Written in the place of a draft that is being erased from the database. */
const EFFACEE = '{"effacee":true}';

/**
 * Copies of drafts on this device, one a draft and a person: a shared computer shows nobody else's words. They live in
 * IndexedDB, whose writes end after the key that caused them: until then the last words stand in localStorage, which
 * writes at once, so that a tab closed in the same second loses nothing. A browser that refuses both loses this safety net.
 */
@Injectable({ providedIn: 'root' })
export class CopiesLocales {
  private readonly session = inject(SessionStore);
  private readonly depot = inject(DepotLocal);
  /** Every copy of the device, read once: a page asks for its own without waiting. */
  private readonly copies = new Map<string, Copie>();
  private readonly enVersement = new Set<string>();
  private versable = false;
  private readonly canal = 'BroadcastChannel' in globalThis ? new BroadcastChannel('coopilote.brouillons') : null;

  /** Before the first page: reads the database, then the last words that could not be put in it, which also brings in what earlier versions kept in localStorage. */
  async ouvrir(): Promise<void> {
    const base = await this.depot.base();
    this.versable = base !== null;
    this.canal?.addEventListener('message', ({ data }: MessageEvent<{ cle: string; copie: Copie | null }>) =>
      this.retenir(data.cle, data.copie),
    );
    try {
      const lecture = base?.transaction('brouillons');
      const [cles = [], valeurs = []] = await Promise.all([lecture?.store.getAllKeys(), lecture?.store.getAll()]);
      cles.forEach((cle, rang) => this.copies.set(cle, valeurs[rang] as Copie));
    } catch {
      this.versable = false;
    }
    for (const [cle, texte] of derniersMots()) {
      const copie = lireCopie(texte);
      if (!copie && texte !== EFFACEE) continue;
      if (!copie || copie.le >= (this.copies.get(cle)?.le ?? '')) this.retenir(cle, copie);
      void this.verser(cle);
    }
  }

  /** @param genre kind of draft, first word of its key. */
  lire<C extends object>(genre: string, id: string): CopieLocale<C> | null {
    return (this.copies.get(this.cle(genre, id)) as CopieLocale<C> | undefined) ?? null;
  }

  /** @returns false when the browser keeps nothing. */
  garder<C extends object>(genre: string, id: string, copie: CopieLocale<C>): boolean {
    const cle = this.cle(genre, id);
    this.copies.set(cle, copie);
    const ecrit = ecrireMot(cle, JSON.stringify(copie));
    void this.verser(cle);
    return ecrit || this.versable;
  }

  effacer(genre: string, id: string): void {
    this.oublier(this.cle(genre, id));
  }

  /** Whether something of this person waits on this device for the server: words, or a sending that was asked for. */
  async enAttente(): Promise<boolean> {
    return this.siennes().length > 0 || (await this.envois()).length > 0;
  }

  /** Erases all of it: the person leaves the device. */
  async effacerTout(): Promise<void> {
    this.siennes().forEach((cle) => this.oublier(cle));
    const base = await this.depot.base();
    await Promise.all((await this.envois()).map((cle) => base?.delete('envois', cle)));
  }

  private async envois(): Promise<string[]> {
    const cles = await (await this.depot.base())?.getAllKeys('envois').catch(() => []);
    return (cles ?? []).filter((cle) => cle.startsWith(`${this.personne()} `));
  }

  private siennes(): string[] {
    return [...this.copies.keys()].filter((cle) => cle.split('.')[1] === this.personne());
  }

  private oublier(cle: string): void {
    if (!this.copies.delete(cle)) return;
    ecrireMot(cle, EFFACEE);
    void this.verser(cle);
  }

  private retenir(cle: string, copie: Copie | null): void {
    if (copie) this.copies.set(cle, copie);
    else this.copies.delete(cle);
  }

  /** Puts in the database what stands in memory, one write at a time, then drops the last words of localStorage. */
  private async verser(cle: string): Promise<void> {
    if (this.enVersement.has(cle)) return;
    this.enVersement.add(cle);
    try {
      const base = await this.depot.base();
      if (!base) return this.laisserLesMots(cle);
      for (let verse: Copie | null | undefined; verse !== this.courante(cle);) {
        verse = this.courante(cle);
        const ecriture = base.transaction('brouillons', 'readwrite', { durability: 'strict' });
        await Promise.all([verse ? ecriture.store.put(verse, cle) : ecriture.store.delete(cle), ecriture.done]);
      }
      const copie = this.courante(cle);
      retirerMot(cle, copie ? JSON.stringify(copie) : EFFACEE);
      this.canal?.postMessage({ cle, copie });
    } catch {
      this.versable = false;
    } finally {
      this.enVersement.delete(cle);
    }
  }

  /** Without a database the last words stay where they are; erased ones leave nothing. */
  private laisserLesMots(cle: string): void {
    if (!this.courante(cle)) retirerMot(cle, EFFACEE);
  }

  private courante(cle: string): Copie | null {
    return this.copies.get(cle) ?? null;
  }

  private cle(genre: string, id: string): string {
    return `${genre}.${this.personne()}.${id}`;
  }

  /** Remembered: the session is already gone when it has just expired. */
  private derniere = '';
  private personne(): string {
    this.derniere = this.session.utilisateur()?.id ?? this.derniere;
    return this.derniere;
  }
}

function derniersMots(): [string, string][] {
  try {
    return Object.entries(localStorage).flatMap(([cle, texte]) =>
      cle.startsWith(PREFIXE) ? [[cle.slice(PREFIXE.length), String(texte)] as [string, string]] : [],
    );
  } catch {
    return [];
  }
}

function lireCopie(texte: string): Copie | null {
  try {
    const lue = JSON.parse(texte) as Partial<Copie> | null;
    return lue?.contenu && lue.base && lue.envoyes && lue.le && lue.version !== undefined ? (lue as Copie) : null;
  } catch {
    return null;
  }
}

function ecrireMot(cle: string, texte: string): boolean {
  try {
    localStorage.setItem(PREFIXE + cle, texte);
    return true;
  } catch {
    // Nothing older may come back in the place of what could not be written.
    retirerMot(cle);
    return false;
  }
}

/** @param attendu only these words: another tab may have written newer ones. */
function retirerMot(cle: string, attendu?: string): void {
  try {
    if (attendu === undefined || localStorage.getItem(PREFIXE + cle) === attendu)
      localStorage.removeItem(PREFIXE + cle);
  } catch {
    // Nothing could be kept, nothing is left.
  }
}
