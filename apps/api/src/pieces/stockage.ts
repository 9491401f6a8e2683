import type { Readable } from 'node:stream';

export const STOCKAGE = Symbol('STOCKAGE');

/** Keeps contents under their hash, hence once each, and never changes one. */
export interface Stockage {
  /** Keeps the content of a file on disk, unless it is there already. */
  garder(empreinte: string, fichier: string): Promise<void>;
  /** @throws ContenuAbsent */
  lire(empreinte: string): Promise<Readable>;
  /** Removes a content; nothing happens when it is not there. */
  retirer(empreinte: string): Promise<void>;
}

/** A content that the database knows and the storage does not have: something was lost, or not restored. */
export class ContenuAbsent extends Error {
  constructor(empreinte: string) {
    super(`Contenu absent du stockage : ${empreinte}`);
  }
}
