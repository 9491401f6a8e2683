import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Envoi, insertRows, type Contexte, type ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import type { EnvoiLu, EnvoisDemandes } from '@coopilote/domain/comptes';
import { perimetreDe } from '@coopilote/domain/droits';
import { enPage } from '../platform/conditions';
import { CONFIG, type Config } from '../platform/config';
import { listEnvois } from './envoi.queries';
import type { Message } from './messages';

/** What stands in place of a one-time link, once it has left or will leave by mail. */
export const LIEN_MASQUE = '/lien/…';

/** A message to deposit; `regionCode` is the region whose administrator may read it, null for none. */
export interface Depot extends Message {
  destinataire: string;
  regionCode: string | null;
}

/** The outbox: messages are deposited in the transaction that causes them, so that none leaves for what was undone. */
@Injectable()
export class EnvoisService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Deposits one message in plain text. */
  async deposer(ctx: Contexte, depot: Depot): Promise<void> {
    await this.deposerTous(ctx, [depot]);
  }

  /** Deposits several messages in one statement. */
  async deposerTous(ctx: Contexte, depots: Depot[]): Promise<void> {
    await insertRows(
      ctx,
      Envoi,
      depots.map(({ destinataire, objet, texte, regionCode }) => ({
        id: randomUUID(),
        destinataire,
        objet,
        texte,
        regionCode,
      })),
    );
  }

  /** Messages of the administrator's region. One-time links show only where the administrator is who hands them over. */
  async list(ctx: ContextePersonne, demande: EnvoisDemandes): Promise<Page<EnvoiLu>> {
    const { regions } = perimetreDe(ctx.identite, 'envoi.lire');
    const { lignes, total } = await listEnvois(ctx, demande, regions);
    if (this.config.smtpUrl) {
      for (const ligne of lignes) ligne.texte = ligne.texte.replace(/\/lien\/[\w-]+/g, LIEN_MASQUE);
    }
    return enPage(demande, lignes, total);
  }
}
