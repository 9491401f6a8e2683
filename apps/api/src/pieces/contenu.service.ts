import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { Base } from '../platform/base';
import { declareContenu, forgetContenu, listOrphelins } from './piece.queries';
import { STOCKAGE, type Stockage } from './stockage';

/**
 * Contents, apart from the pieces that name them. A content is written in the database before it is kept, and removed after
 * the last piece that named it is gone for good: whatever fails in between leaves at worst a content that nobody names, which
 * the next start sweeps away.
 */
@Injectable()
export class ContenuService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Pieces');
  private readonly balayages = new Set<Promise<void>>();

  constructor(
    private readonly base: Base,
    @Inject(STOCKAGE) readonly stockage: Stockage,
  ) {}

  onApplicationBootstrap(): void {
    this.balayer(null);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.finir();
  }

  /** Keeps the content of a file, once for all those that are the same. */
  async garder(empreinte: string, fichier: string): Promise<void> {
    await this.base.run({ genre: 'systeme', motif: 'Dépôt de documents' }, (ctx) => declareContenu(ctx, empreinte));
    await this.stockage.garder(empreinte, fichier);
  }

  /** Removes, in the background, the contents that no piece names: those given, or with null all that were left behind. */
  balayer(empreintes: string[] | null): void {
    const balayage = this.retirerOrphelins(empreintes).catch((erreur: unknown) =>
      // Left for the next start.
      this.logger.error(erreur instanceof Error ? erreur.stack : String(erreur)),
    );
    this.balayages.add(balayage);
    void balayage.finally(() => this.balayages.delete(balayage));
  }

  /** Waits for what is being removed. */
  async finir(): Promise<void> {
    await Promise.all(this.balayages);
  }

  private async retirerOrphelins(empreintes: string[] | null): Promise<void> {
    const entree = { genre: 'systeme', motif: 'Retrait de documents' } as const;
    const orphelins = await this.base.run(entree, (ctx) => listOrphelins(ctx, empreintes));
    for (const empreinte of orphelins) {
      // One transaction each: the row is locked while its content goes, so that a deposit of the same content waits, then
      // keeps it anew. A piece that was being added holds the row first, and PostgreSQL refuses.
      await this.base
        .run(entree, async (ctx) => {
          if (await forgetContenu(ctx, empreinte)) await this.stockage.retirer(empreinte);
        })
        .catch((erreur: unknown) => {
          if (!estNomme(erreur)) throw erreur;
        });
    }
  }
}

/** The foreign key of the pieces speaks: the content is in use, or not kept yet. */
export function estNomme(erreur: unknown): boolean {
  return (
    erreur instanceof QueryFailedError && (erreur.driverError as { constraint?: string }).constraint === 'piece_contenu'
  );
}
