import { Injectable } from '@nestjs/common';
import { Instance, type ContextePersonne } from '@coopilote/db';
import {
  estHorsCible,
  proposerOrdreDuJour,
  propositionsRestantes,
  type FaitsDuProgramme,
  type PropositionPoint,
} from '@coopilote/domain/gouvernance';
import type { IndicateurSuivi } from '@coopilote/domain/pilotage';
import { EcheanceService } from '../conventions/echeance.service';
import { TableauxService } from '../pilotage/tableaux.service';
import { Horloge } from '../platform/horloge';
import { GouvernanceAcces } from './gouvernance-acces.service';
import {
  findBilanAnnuel,
  hasBilanAnnuel,
  listBilansAttendus,
  listEtapesEnRetard,
  listMouvements,
  listNonTranches,
  listReleves,
  listSuites,
  listTachesEnRetard,
} from './proposition.queries';
import { listPoints } from './reunion.queries';

export interface IndicateurHorsCible extends IndicateurSuivi {
  action: string;
  structure: string;
  taux: number;
}

/** The agenda that proposes itself, from what the programme knows. */
@Injectable()
export class PropositionService {
  constructor(
    private readonly acces: GouvernanceAcces,
    private readonly tableaux: TableauxService,
    private readonly echeances: EcheanceService,
    private readonly horloge: Horloge,
  ) {}

  /** Points that the agenda does not hold yet. @throws Introuvable, Interdit */
  async list(ctx: ContextePersonne, reunionId: string): Promise<PropositionPoint[]> {
    const { reunion, ca } = await this.acces.load(ctx, reunionId, 'reunion.animer');
    const aujourdhui = this.horloge.aujourdhui();
    const instance = await ctx.manager.findOneByOrFail(Instance, { id: reunion.instanceId });
    const bilans = await listBilansAttendus(ctx, ca.id, aujourdhui);
    const mouvements = await listMouvements(ctx, ca.id, instance.id, aujourdhui);
    const annuel = await findBilanAnnuel(ctx, reunionId);
    const faits: FaitsDuProgramme = {
      genre: instance.genre,
      aujourdhui,
      ca,
      releves: await listReleves(ctx, ca.id),
      suites: await listSuites(ctx, ca.id),
      nonTranches: await listNonTranches(ctx, instance.id),
      bilansEnRetard: bilans.filter((b) => !b.renvoye),
      bilansRenvoyes: bilans.filter((b) => b.renvoye),
      horsCible: (await this.offTarget(ctx, ca.id)).map(({ action, libelle, taux }) => ({
        action,
        indicateur: libelle,
        taux,
      })),
      tachesEnRetard: await listTachesEnRetard(ctx, ca.id, aujourdhui),
      etapesEnRetard: await listEtapesEnRetard(ctx, ca.id, aujourdhui),
      arrivees: mouvements.filter((m) => m.arrivee),
      departs: mouvements.filter((m) => !m.arrivee),
      conventions: await this.echeances.list(ctx, ca.id),
      finConvention: await this.echeances.end(ctx, ca.id),
      bilanAnnuelPrevu: await hasBilanAnnuel(ctx, ca.id, aujourdhui),
      bilanAnnuel:
        annuel && annuel.etat !== 'ADOPTE' ? { ...annuel, actions: annuel.actions.map(({ action }) => action) } : null,
    };
    return propositionsRestantes(proposerOrdreDuJour(faits), await listPoints(ctx, reunionId));
  }

  /** Indicators of the last ended quarter that stray from their forecast, those that miss it most first. */
  async offTarget(ctx: ContextePersonne, cooperativeId: string): Promise<IndicateurHorsCible[]> {
    const { lignes } = await this.tableaux.indicators(ctx, cooperativeId, {});
    return lignes
      .flatMap(({ intitule, structure, processus, activite, resultat }) =>
        [...processus, ...activite, ...resultat].flatMap((i) => {
          // T2 gives a rate in percent; here it is a share of the forecast.
          const taux = i.taux === null ? null : i.taux / 100;
          return taux !== null && estHorsCible(taux) ? [{ ...i, taux, action: intitule, structure }] : [];
        }),
      )
      .sort((a, b) => a.taux - b.taux);
  }
}
