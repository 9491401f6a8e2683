import { Injectable, computed, inject, signal } from '@angular/core';
import type { SessionLue } from '@coopilote/domain/comptes';
import { DepotLocal, type LectureGardee } from './depot-local';

export const ADRESSE_SESSION = '/api/session';
/** A device that has not seen the server for longer shows nothing any more, in milliseconds. */
const DUREE_MS = 7 * 24 * 3_600_000;

/**
 * What the API answered last to the person signed in, shown again without network. Nobody else's: signing out, an expired
 * session or another person's sign-in erases everything.
 */
@Injectable({ providedIn: 'root' })
export class CopiesLectures {
  private readonly depot = inject(DepotLocal);
  private readonly _personne = signal('');
  private readonly _tellesQua = signal<string | null>(null);

  /** Whose copies these are; empty: nobody's, nothing is kept. */
  readonly personne = this._personne.asReadonly();
  /** ISO instant of the oldest copy that the page shows; null when all of it comes from the server. */
  readonly tellesQua = computed(() => this._tellesQua());

  /** Another page: nothing of it is a copy yet. */
  tourner(): void {
    this._tellesQua.set(null);
  }

  /** @param personne who asked: an answer that comes after another sign-in is nobody's. */
  async garder(adresse: string, corps: unknown, personne: string): Promise<void> {
    if (adresse === ADRESSE_SESSION) {
      personne = (corps as SessionLue).utilisateur.id;
      this._personne.set(personne);
      await this.effacerLesAutres(personne);
    }
    if (!personne || personne !== this._personne()) return;
    await this.dansLeDepot((base) =>
      base.put('lectures', { personne, adresse, corps, le: new Date().toISOString() }, cleDe(personne, adresse)),
    );
  }

  /** What was saved since the reading is in the copy too: a page reloaded without network shows it. */
  async corriger<T extends object>(adresse: string, changer: (corps: T) => T): Promise<void> {
    const cle = cleDe(this._personne(), adresse);
    await this.dansLeDepot(async (base) => {
      const { store, done } = base.transaction('lectures', 'readwrite');
      const lue = await store.get(cle);
      if (lue) await store.put({ ...lue, corps: changer(lue.corps as T), le: new Date().toISOString() }, cle);
      await done;
    });
  }

  async oublier(adresse: string): Promise<void> {
    await this.dansLeDepot((base) => base.delete('lectures', cleDe(this._personne(), adresse)));
  }

  async lire(adresse: string): Promise<LectureGardee | null> {
    const lue = await this.dansLeDepot(async (base) => {
      if (adresse !== ADRESSE_SESSION) return base.get('lectures', cleDe(this._personne(), adresse));
      return (await base.getAll('lectures')).find((lecture) => lecture.adresse === ADRESSE_SESSION);
    });
    if (!lue) return null;
    if (Date.now() - Date.parse(lue.le) > DUREE_MS) {
      await this.effacer();
      return null;
    }
    if (adresse === ADRESSE_SESSION) this._personne.set(lue.personne);
    else this._tellesQua.update((le) => (le && le < lue.le ? le : lue.le));
    return lue;
  }

  async effacer(): Promise<void> {
    this._personne.set('');
    this.tourner();
    await this.dansLeDepot((base) => base.clear('lectures'));
  }

  private effacerLesAutres(personne: string): Promise<unknown> {
    return this.dansLeDepot(async (base) => {
      const cles = await base.getAllKeys('lectures');
      const autres = cles.filter((cle) => !cle.startsWith(cleDe(personne, '')));
      await Promise.all(autres.map((cle) => base.delete('lectures', cle)));
    });
  }

  private async dansLeDepot<T>(faire: (base: NonNullable<Awaited<ReturnType<DepotLocal['base']>>>) => Promise<T>) {
    try {
      const base = await this.depot.base();
      return base ? await faire(base) : undefined;
    } catch {
      // A refused copy takes away the offline reading only.
      return undefined;
    }
  }
}

function cleDe(personne: string, adresse: string): string {
  return `${personne} ${adresse}`;
}
