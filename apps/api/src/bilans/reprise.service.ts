import { Injectable } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { ActionPrete, BilanPasse } from '@coopilote/domain/arrivee';
import { completude } from '@coopilote/domain/bilans';
import { Horloge } from '../platform/horloge';
import { contenuSaisi, empreinteContenu } from './contenu';
import { takeOverReports } from './reprise.queries';

/** Reports that the ARS had received before the application: taken over as validated, in the name of who takes them over. */
@Injectable()
export class RepriseBilans {
  constructor(private readonly horloge: Horloge) {}

  async write(ctx: ContextePersonne, actions: ActionPrete[], bilans: BilanPasse[]): Promise<number> {
    const parId = new Map(actions.map((action) => [action.id, action]));
    const repris = bilans.map(({ ficheActionId, annee, trimestre, contenu: dit }) => {
      const indicateurs = parId.get(ficheActionId)?.indicateurs ?? [];
      const contenu = contenuSaisi({ ...dit, version: 0 }, indicateurs);
      return {
        ...{ ficheActionId, annee, trimestre, contenu },
        empreinte: empreinteContenu(contenu),
        ...completude(contenu, indicateurs, 'COMPLET'),
      };
    });
    if (!repris.length) return 0;
    return takeOverReports(ctx, repris, ctx.identite.utilisateurId, this.horloge.maintenant());
  }
}
