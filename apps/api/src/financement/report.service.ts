import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Engagement, EtatIncompatible, insertRows, VersionPerimee, type ContextePersonne } from '@coopilote/db';
import { refusReport, type EngagementLu } from '@coopilote/domain/financement';
import { EngagementService } from './engagement.service';
import { lockEngagement } from './financement.queries';

/** What a structure was paid and did not spend, kept for the next year. */
@Injectable()
export class ReportService {
  constructor(private readonly engagements: EngagementService) {}

  /**
   * Carries the remainder over: an engagement of the next year, of the same nature, which no act grants again and no payment
   * makes again. Asked twice at once, it is done once.
   * @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide, EtatIncompatible
   */
  async create(ctx: ContextePersonne, origine: string, version: number): Promise<EngagementLu> {
    const { engagement } = await this.engagements.loadFor(ctx, origine, 'engagement.modifier');
    await lockEngagement(ctx, origine);
    const lu = await this.engagements.read(ctx, origine);
    const raison = refusReport(lu);
    if (raison) throw new EtatIncompatible(raison);
    if (lu.version !== version) throw new VersionPerimee(lu);
    const { cooperativeId, departementCode, demonstration, structureId, ficheActionId, nature, financeur } = engagement;
    const annee = engagement.annee + 1;
    await this.engagements.verifyMembers(ctx, cooperativeId, [structureId], annee);
    const id = randomUUID();
    await insertRows(ctx, Engagement, [
      {
        ...{ id, cooperativeId, departementCode, demonstration, structureId, ficheActionId, nature, financeur, annee },
        ...{ montant: lu.nonDepense ?? 0, reporteDe: origine, objet: `Report de ${engagement.annee}` },
      },
    ]);
    return this.engagements.read(ctx, id);
  }
}
