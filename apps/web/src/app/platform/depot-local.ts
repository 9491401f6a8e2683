import { Injectable } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** An answer of the API as it was last read, kept for the person who read it. */
export interface LectureGardee {
  personne: string;
  adresse: string;
  corps: unknown;
  /** ISO instant of the reading. */
  le: string;
}

interface Magasins extends DBSchema {
  /** Drafts: `genre.personne.id`. */
  brouillons: { key: string; value: object };
  /** Answers of the API: `personne adresse`. */
  lectures: { key: string; value: LectureGardee };
  /** What was asked offline and leaves when the network is back: `personne id`. */
  envois: { key: string; value: object };
}

/** A browser that neither opens nor refuses its database must not hold the application back, in milliseconds. */
const PATIENCE_MS = 2_000;

/** The application's database on this device. Null where the browser refuses one (private mode, full disk, policy). */
@Injectable({ providedIn: 'root' })
export class DepotLocal {
  private readonly ouverture = this.ouvrir();

  base(): Promise<IDBPDatabase<Magasins> | null> {
    return this.ouverture;
  }

  private async ouvrir(): Promise<IDBPDatabase<Magasins> | null> {
    const trop = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
    try {
      const base = openDB<Magasins>('coopilote', 1, {
        upgrade(neuve) {
          for (const magasin of ['brouillons', 'lectures', 'envois'] as const) neuve.createObjectStore(magasin);
        },
        // A newer version of the application waits in another tab: it must be able to upgrade the database.
        blocking: (_ancienne, _nouvelle, evenement) => (evenement.target as IDBDatabase).close(),
      });
      return await Promise.race([base, trop]);
    } catch {
      return null;
    }
  }
}
