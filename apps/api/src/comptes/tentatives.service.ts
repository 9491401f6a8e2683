import { Inject, Injectable } from '@nestjs/common';
import { ErreurMetier, type Contexte } from '@coopilote/db';
import { CONFIG, type Config } from '../platform/config';
import { countAttempt } from './session.queries';

/** Counts what strangers attempt, by quarter of an hour. */
@Injectable()
export class TentativesService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** One more attempt of this kind from an address; answers whether it goes past what is allowed. */
  async depasse(ctx: Contexte, genre: string, adresse: string): Promise<boolean> {
    return (await countAttempt(ctx, `${genre}:${adresse}`)) > this.config.limiteConnexions;
  }

  /** To be thrown once the transaction that counted is committed: thrown inside, it would undo the count. */
  refus(): ErreurMetier {
    return new ErreurMetier(
      'TROP_DE_TENTATIVES',
      429,
      'Trop d’essais depuis cet endroit\u00a0: réessayez dans un quart d’heure.',
    );
  }
}
