import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Contexte } from '@coopilote/db';
import type { NiveauBilan } from '@coopilote/domain/bilans';
import {
  debutTrimestre,
  decalerTrimestre,
  echeanceBilan,
  finTrimestre,
  TRIMESTRES_OUVERTS,
  trimestreDe,
  trimestresEntre,
} from '@coopilote/domain/commun';
import { Base } from '../platform/base';
import { Horloge } from '../platform/horloge';
import { Travaux } from '../platform/jobs/travaux';
import { insertMissingReports, setReportLevel, startDueActions, type TrimestreOuvert } from './ouverture.queries';
import { OUVRIR } from './travaux';

/** R9: one report for each action active in a quarter. Opening twice opens once, whoever asks and however many processes. */
@Injectable()
export class OuvertureService implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly travaux: Travaux,
  ) {}

  onModuleInit(): void {
    this.travaux.inscrire(OUVRIR, async (ctx) => {
      await this.openAll(ctx);
    });
  }

  /** Opens what one action owes, in the transaction that validates it. */
  async openForAction(ctx: Contexte, ficheActionId: string): Promise<number> {
    return this.openForActions(ctx, [ficheActionId]);
  }

  /** The same for several, at once. */
  async openForActions(ctx: Contexte, ficheActionIds: string[]): Promise<number> {
    return insertMissingReports(ctx, this.trimestres(), ficheActionIds);
  }

  /** Another level of an action is that of the reports that nobody has begun. */
  async setLevel(ctx: Contexte, ficheActionId: string, niveau: NiveauBilan): Promise<void> {
    await setReportLevel(ctx, ficheActionId, niveau);
  }

  /** Opens all that is owed, and starts the actions whose first day has come. `motif` is their author in the history. */
  async openDue(motif: string): Promise<{ bilans: number; demarrees: number }> {
    return this.base.run({ genre: 'systeme', motif }, (ctx) => this.openAll(ctx));
  }

  private async openAll(ctx: Contexte): Promise<{ bilans: number; demarrees: number }> {
    const demarrees = await startDueActions(ctx, this.horloge.aujourdhui());
    return { bilans: await insertMissingReports(ctx, this.trimestres(), null), demarrees };
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
