import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Contexte } from '@coopilote/db';
import {
  debutTrimestre,
  decalerTrimestre,
  echeanceBilan,
  finTrimestre,
  trimestreDe,
  trimestresEntre,
} from '@coopilote/domain/commun';
import { Base } from '../platform/base';
import { Horloge } from '../platform/horloge';
import { insertMissingReports, startDueActions, type TrimestreOuvert } from './ouverture.queries';

/** Quarters that may still be opened when an action is validated late: three years. */
const TRIMESTRES_OUVERTS = 12;
const UNE_HEURE = 3_600_000;

/** R9: one report for each action active in a quarter. Opening twice opens once, whoever asks and however many processes. */
@Injectable()
export class OuvertureService implements OnModuleDestroy {
  private readonly logger = new Logger('Ouverture');
  private minuteur: NodeJS.Timeout | null = null;
  private tour: Promise<void> = Promise.resolve();

  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
  ) {}

  /** Opens what one action owes, in the transaction that validates it. */
  async openForAction(ctx: Contexte, ficheActionId: string): Promise<number> {
    return insertMissingReports(ctx, this.trimestres(), ficheActionId);
  }

  /** Opens all that is owed, and starts the actions whose first day has come. `motif` is their author in the history. */
  async openDue(motif: string): Promise<{ bilans: number; demarrees: number }> {
    return this.base.run({ genre: 'systeme', motif }, async (ctx) => {
      const demarrees = await startDueActions(ctx, this.horloge.aujourdhui());
      return { bilans: await insertMissingReports(ctx, this.trimestres(), null), demarrees };
    });
  }

  /**
   * Opens now and every hour, until the application stops. Asked for by the process that serves (main.ts), so that tests
   * and commands open only what they mean to. A failure is logged, and the next hour tries again.
   */
  start(): void {
    this.tour = this.run();
    this.minuteur = setInterval(() => (this.tour = this.run()), UNE_HEURE);
    this.minuteur.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.minuteur) clearInterval(this.minuteur);
    await this.tour;
  }

  private async run(): Promise<void> {
    try {
      await this.openDue('Ouverture des bilans');
    } catch (erreur) {
      this.logger.error(
        'Les bilans n’ont pas pu être ouverts',
        erreur instanceof Error ? erreur.stack : String(erreur),
      );
    }
  }

  private trimestres(): TrimestreOuvert[] {
    const courant = trimestreDe(this.horloge.aujourdhui());
    return trimestresEntre(decalerTrimestre(courant, 1 - TRIMESTRES_OUVERTS), courant).map((t) => ({
      ...t,
      debut: debutTrimestre(t),
      fin: finTrimestre(t),
      echeance: echeanceBilan(t),
    }));
  }
}
