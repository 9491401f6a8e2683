import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  insertRows,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  Versement,
  type ContextePersonne,
  type Engagement,
} from '@coopilote/db';
import { ecrireEuros } from '@coopilote/domain/commun';
import {
  acquisDe,
  depassement,
  type EngagementLu,
  resteAReverser,
  type Mouvement,
  type VersementModifie,
  type VersementSaisi,
} from '@coopilote/domain/financement';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { EngagementService } from './engagement.service';
import { lockEngagement } from './financement.queries';

/** Payments of an engagement, planned then made, and what a structure pays back. */
@Injectable()
export class VersementService {
  constructor(
    private readonly engagements: EngagementService,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable, Interdit, SaisieInvalide */
  async create(ctx: ContextePersonne, engagementId: string, saisie: VersementSaisi): Promise<EngagementLu> {
    const { engagement } = await this.engagements.loadFor(ctx, engagementId, 'engagement.modifier');
    await this.verify(ctx, engagement, saisie);
    const { cooperativeId, departementCode, structureId } = engagement;
    await insertRows(ctx, Versement, [
      { ...saisie, id: randomUUID(), engagementId, cooperativeId, departementCode, structureId },
    ]);
    return this.engagements.read(ctx, engagementId);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide */
  async update(
    ctx: ContextePersonne,
    engagementId: string,
    id: string,
    { version, ...saisie }: VersementModifie,
  ): Promise<EngagementLu> {
    const { engagement } = await this.engagements.loadFor(ctx, engagementId, 'engagement.modifier');
    const { version: actuelle } = await this.load(ctx, engagementId, id);
    await modifierDepuis(
      version,
      actuelle,
      () => this.engagements.read(ctx, engagementId),
      async () => {
        await this.verify(ctx, engagement, saisie, id);
        await updateVersioned(ctx, Versement, { id, engagementId }, version, saisie);
      },
    );
    return this.engagements.read(ctx, engagementId);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async delete(ctx: ContextePersonne, engagementId: string, id: string): Promise<void> {
    const { engagement } = await this.engagements.loadFor(ctx, engagementId, 'engagement.modifier');
    await this.load(ctx, engagementId, id);
    await lockEngagement(ctx, engagementId);
    await this.engagements.requireNotCarried(ctx, engagement);
    await ctx.manager.delete(Versement, { id, engagementId });
  }

  private async load(ctx: ContextePersonne, engagementId: string, id: string): Promise<Versement> {
    const versement = await ctx.manager.findOneBy(Versement, { id, engagementId });
    if (!versement) throw new Introuvable('Ce versement');
    return versement;
  }

  /** Nothing is paid in the future, nor more than is engaged unless somebody says why. */
  private async verify(
    ctx: ContextePersonne,
    engagement: Engagement,
    saisie: VersementSaisi,
    remplace: string | null = null,
  ): Promise<void> {
    if (saisie.verseLe && saisie.verseLe > this.horloge.aujourdhui()) {
      throw new SaisieInvalide([
        {
          champ: 'verseLe',
          code: 'avenir',
          message: 'Date de paiement\u00a0: elle est à venir. Laissez-la vide tant que le paiement n’est pas fait.',
        },
      ]);
    }
    await lockEngagement(ctx, engagement.id);
    await this.engagements.requireNotCarried(ctx, engagement);
    const autres = (await ctx.manager.findBy(Versement, { engagementId: engagement.id })).filter(
      ({ id }) => id !== remplace,
    );
    if (saisie.genre === 'REVERSEMENT') return verifyPaidBack(engagement, autres, saisie.montant);
    if (saisie.motifDepassement) return;
    const suite = [...autres, { genre: saisie.genre, montant: saisie.montant, verseLe: saisie.verseLe ?? null }];
    const trop = depassement(engagement.montant, suite, acquisDe(engagement));
    if (trop === 0) return;
    throw refusMontant(
      `Montant\u00a0: les versements dépasseraient de ${ecrireEuros(trop)} l’engagement de ${ecrireEuros(engagement.montant)}. ` +
        'Réduisez le montant, ou dites le motif du dépassement.',
    );
  }
}

/** Nothing is paid back but what was paid, and not spent. */
function verifyPaidBack(engagement: Engagement, autres: readonly Mouvement[], montant: number): void {
  const plus = resteAReverser(engagement, autres);
  if (montant <= plus) return;
  throw refusMontant(
    plus === 0
      ? 'Montant\u00a0: il n’y a rien à reverser sur cet engagement. Vérifiez ce qui est versé, dépensé et déjà reversé.'
      : `Montant\u00a0: au plus ${ecrireEuros(plus)}, ce qui est versé et n’est ni dépensé ni déjà reversé ou à reverser.`,
  );
}

function refusMontant(message: string): SaisieInvalide {
  return new SaisieInvalide([{ champ: 'montant', code: 'depassement', message }]);
}
