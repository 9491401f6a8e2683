import { Injectable } from '@nestjs/common';
import { Introuvable, type ContextePersonne } from '@coopilote/db';
import { trimestreDe } from '@coopilote/domain/commun';
import type { SyntheseLue } from '@coopilote/domain/cooperatives';
import { peut } from '@coopilote/domain/droits';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { HistoriqueService } from '../historique/historique.service';
import { Horloge } from '../platform/horloge';
import { AFaireService } from './a-faire.service';
import { loadCoverage, loadFigures } from './synthese.queries';

const CHANGEMENTS = 10;

/** The first page of a CA: what is due, where it stands, what changed. */
@Injectable()
export class SyntheseService {
  constructor(
    private readonly horloge: Horloge,
    private readonly acces: CooperativeAcces,
    private readonly aFaire: AFaireService,
    private readonly historique: HistoriqueService,
  ) {}

  async read(ctx: ContextePersonne, cooperativeId: string): Promise<SyntheseLue> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'cooperative.lire');
    const { annee, trimestre } = trimestreDe(this.horloge.aujourdhui());
    const chiffres = await loadFigures(ctx, cooperativeId, annee, trimestre - 1);
    const couverture = await loadCoverage(ctx, cooperativeId);
    if (!chiffres || !couverture) throw new Introuvable('Cette coopérative');
    return {
      aFaire: await this.aFaire.list(ctx, cooperativeId),
      chiffres,
      couverture,
      changements: peut(ctx.identite, 'historique.lire', ressourceDe(ca))
        ? await this.historique.last(ctx, cooperativeId, CHANGEMENTS)
        : [],
    };
  }
}
