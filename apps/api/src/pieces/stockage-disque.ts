import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ContenuAbsent, type Stockage } from './stockage';

/** Contents as files, in folders named after the first two digits of their hash. */
export class StockageDisque implements Stockage {
  constructor(private readonly dossier: string) {}

  async garder(empreinte: string, fichier: string): Promise<void> {
    const cible = this.chemin(empreinte);
    if (await stat(cible).catch(() => null)) return;
    await mkdir(dirname(cible), { recursive: true, mode: 0o700 });
    const partiel = `${cible}.${randomUUID()}`;
    try {
      await copyFile(fichier, partiel, constants.COPYFILE_FICLONE);
      await synchroniser(partiel);
      // At once, so that nobody reads half of it; twice the same content is no harm.
      await rename(partiel, cible);
      await synchroniser(dirname(cible));
    } finally {
      await rm(partiel, { force: true });
    }
  }

  async lire(empreinte: string): Promise<Readable> {
    const ouvert = await open(this.chemin(empreinte)).catch((erreur: NodeJS.ErrnoException) => {
      throw erreur.code === 'ENOENT' ? new ContenuAbsent(empreinte) : erreur;
    });
    return ouvert.createReadStream();
  }

  async retirer(empreinte: string): Promise<void> {
    await rm(this.chemin(empreinte), { force: true });
  }

  private chemin(empreinte: string): string {
    return join(this.dossier, empreinte.slice(0, 2), empreinte);
  }
}

/** To the disk itself: the database is about to say that the content is there. */
async function synchroniser(chemin: string): Promise<void> {
  const ouvert = await open(chemin);
  try {
    await ouvert.sync();
  } finally {
    await ouvert.close();
  }
}
