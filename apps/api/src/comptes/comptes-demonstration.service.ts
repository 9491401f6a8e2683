import { Inject, Injectable } from '@nestjs/common';
import { Introuvable } from '@coopilote/db';
import { LIBELLES_ROLES, ROLES, type CompteDemonstration } from '@coopilote/domain/comptes';
import { Base } from '../platform/base';
import { CONFIG, type Config } from '../platform/config';
import { listDemonstration } from './compte.queries';

@Injectable()
export class ComptesDemonstrationService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly base: Base,
  ) {}

  /**
   * Accounts that the sign-in page proposes, the widest roles first.
   * @throws Introuvable where no demonstration data is loaded: a real installation tells nobody who has an account.
   */
  async list(): Promise<CompteDemonstration[]> {
    if (!this.config.demonstration) throw new Introuvable('Cette adresse');
    const comptes = await this.base.run({ genre: 'systeme', motif: 'Comptes de démonstration' }, listDemonstration);
    return comptes
      .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
      .map(({ courriel, nom, role, portee }) => ({
        courriel,
        libelle: `${nom} – ${LIBELLES_ROLES[role]} (${portee})`,
      }));
  }
}
