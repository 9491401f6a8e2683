import { Injectable } from '@nestjs/common';
import { EtatIncompatible, type ContextePersonne } from '@coopilote/db';
import { flux } from '@coopilote/documents';
import { Horloge } from '../platform/horloge';
import { ConvocationService } from './convocation.service';
import { GouvernanceAcces } from './gouvernance-acces.service';
import { listPoints } from './reunion.queries';

/** One meeting as a calendar file, for whoever reads it. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly acces: GouvernanceAcces,
    private readonly convocations: ConvocationService,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable; EtatIncompatible without a date */
  async file(ctx: ContextePersonne, id: string): Promise<string> {
    const { reunion } = await this.acces.load(ctx, id, 'reunion.lire');
    const { debut, fin } = reunion;
    if (!debut || !fin) throw new EtatIncompatible('La réunion n’a pas encore de date.');
    const evenement = this.convocations.calendar(ctx, { ...reunion, debut, fin }, await listPoints(ctx, id));
    return flux(reunion.titre, [evenement], this.horloge.maintenant());
  }
}
