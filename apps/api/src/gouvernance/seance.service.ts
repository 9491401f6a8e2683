import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EtatIncompatible, Point, Reunion, updateVersioned, type ContextePersonne } from '@coopilote/db';
import {
  LIBELLES_ETATS_REUNION,
  transitionReunion,
  type PointCourant,
  type PointSaisi,
  type ReunionLue,
  type SeanceLue,
  type TransitionReunion,
} from '@coopilote/domain/gouvernance';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { CompteRenduService } from './compte-rendu.service';
import { ConvocationService } from './convocation.service';
import { DecisionService } from './decision.service';
import { GouvernanceAcces, type ReunionSituee } from './gouvernance-acces.service';
import { enterPoint, leavePoint, markAbsents } from './reunion.queries';
import { champ, refusEtat } from './refus';
import { ReunionService } from './reunion.service';
import { appendPoint, listNotes } from './seance.queries';
import { TacheService } from './tache.service';

/** A meeting from its invitation to its closing. */
@Injectable()
export class SeanceService {
  constructor(
    private readonly acces: GouvernanceAcces,
    private readonly reunions: ReunionService,
    private readonly convocations: ConvocationService,
    private readonly decisions: DecisionService,
    private readonly taches: TacheService,
    private readonly comptesRendus: CompteRenduService,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable, Interdit */
  async verifyReadable(ctx: ContextePersonne, id: string): Promise<void> {
    await this.acces.load(ctx, id, 'reunion.lire');
  }

  /** Everything that the screens of a séance show. @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<SeanceLue> {
    const situee = await this.acces.load(ctx, id, 'reunion.lire');
    const { reunion } = situee;
    return {
      reunion: await this.reunions.describe(ctx, situee),
      pointId: reunion.pointId,
      pointDepuis: reunion.pointDepuis?.toISOString() ?? null,
      maintenant: this.horloge.maintenant().toISOString(),
      decisions: await this.decisions.listOfReunion(ctx, id),
      taches: await this.taches.listOfReunion(ctx, id),
      notes: await listNotes(ctx, id),
    };
  }

  /**
   * Convenes, tells a change, opens, closes, opens again or cancels a meeting.
   * @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide
   */
  async transition(ctx: ContextePersonne, id: string, demande: TransitionReunion): Promise<ReunionLue> {
    const situee = await this.acces.load(ctx, id, 'reunion.animer');
    const { reunion } = situee;
    await modifierDepuis(
      demande.version,
      reunion.version,
      () => this.reunions.read(ctx, id),
      async () => {
        const transition = transitionReunion(reunion.etat, demande.vers);
        if (!transition) {
          throw new EtatIncompatible(
            `La réunion est ${LIBELLES_ETATS_REUNION[reunion.etat]}\u00a0: elle ne peut pas devenir ${LIBELLES_ETATS_REUNION[demande.vers]}.`,
          );
        }
        switch (transition.acte) {
          case 'CONVOQUER':
          case 'METTRE_A_JOUR':
            return this.convocations.convoke(ctx, situee, demande.version);
          case 'ANNULER':
            return this.convocations.cancel(ctx, situee, demande.version, demande.motif ?? null);
          case 'OUVRIR':
          case 'ROUVRIR':
            return this.open(ctx, situee, demande.version);
          case 'CLORE':
            return this.close(ctx, situee, demande.version);
        }
      },
    );
    return this.reunions.read(ctx, id);
  }

  /** Another point comes under way, or none; the time of the one that is left is kept. @throws Introuvable, Interdit, EtatIncompatible */
  async moveTo(ctx: ContextePersonne, id: string, { pointId = null }: PointCourant): Promise<SeanceLue> {
    const { reunion } = await this.loadOpen(ctx, id);
    if (pointId && !(await ctx.manager.existsBy(Point, { id: pointId, reunionId: id }))) {
      throw champ('pointId', 'liste', 'Point\u00a0: choisir à l’ordre du jour.');
    }
    // Two taps at once on « point suivant » move once.
    if (pointId !== reunion.pointId) {
      const maintenant = this.horloge.maintenant();
      await leavePoint(ctx, id, maintenant);
      await enterPoint(ctx, id, pointId, maintenant);
    }
    return this.read(ctx, id);
  }

  /** A point that comes up during the séance. @throws Introuvable, Interdit, EtatIncompatible */
  async addPoint(ctx: ContextePersonne, id: string, saisie: PointSaisi): Promise<SeanceLue> {
    const { reunion } = await this.loadOpen(ctx, id);
    await appendPoint(ctx, reunion, { ...saisie, id: randomUUID() });
    return this.read(ctx, id);
  }

  private async open(ctx: ContextePersonne, { reunion, ca }: ReunionSituee, version: number): Promise<void> {
    if (reunion.etat === 'CLOSE') await this.comptesRendus.verifyNotValidated(ctx, reunion);
    await updateVersioned(ctx, Reunion, { id: reunion.id, cooperativeId: ca.id }, version, {
      etat: 'EN_SEANCE',
      ouverteLe: reunion.ouverteLe ?? this.horloge.maintenant(),
      closeLe: null,
    });
  }

  /** The minutes are drafted from what was recorded. */
  private async close(ctx: ContextePersonne, situee: ReunionSituee, version: number): Promise<void> {
    const { reunion, ca } = situee;
    const maintenant = this.horloge.maintenant();
    await leavePoint(ctx, reunion.id, maintenant);
    await updateVersioned(ctx, Reunion, { id: reunion.id, cooperativeId: ca.id }, version, {
      etat: 'CLOSE',
      closeLe: maintenant,
      pointId: null,
      pointDepuis: null,
    });
    await markAbsents(ctx, reunion.id);
    await this.comptesRendus.draft(ctx, situee);
  }

  private async loadOpen(ctx: ContextePersonne, id: string): Promise<ReunionSituee> {
    const situee = await this.acces.load(ctx, id, 'reunion.animer');
    if (situee.reunion.etat !== 'EN_SEANCE') throw refusEtat(situee.reunion);
    return situee;
  }
}
