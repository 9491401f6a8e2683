import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Decision,
  EtatIncompatible,
  insertRows,
  Introuvable,
  Point,
  updateVersioned,
  type ContextePersonne,
  type Cooperative,
} from '@coopilote/db';
import { jourAParis } from '@coopilote/domain/commun';
import {
  changementDit,
  numeroDecision,
  type DecisionLue,
  type DecisionModifiee,
  type DecisionSaisie,
  type SuiteSaisie,
} from '@coopilote/domain/gouvernance';
import { CooperativeAcces } from '../cooperatives/cooperative-acces.service';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { ChangementService } from './changement.service';
import { listDecisions, takeNumeroDecision, type DecisionEnBase } from './decision.queries';
import { GouvernanceAcces, type ReunionSituee } from './gouvernance-acces.service';
import { champ, refusEtat } from './refus';

/** Decisions, as they fall in a séance, and what became of them. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly acces: GouvernanceAcces,
    private readonly cooperatives: CooperativeAcces,
    private readonly changements: ChangementService,
    private readonly horloge: Horloge,
  ) {}

  /** The register of a CA. @throws Introuvable */
  async listOfCooperative(ctx: ContextePersonne, cooperativeId: string): Promise<DecisionLue[]> {
    await this.cooperatives.loadFor(ctx, cooperativeId, 'reunion.lire');
    return (await listDecisions(ctx, { cooperativeId })).map(lire);
  }

  /** Decisions of a meeting that the caller sees. */
  async listOfReunion(ctx: ContextePersonne, reunionId: string): Promise<DecisionLue[]> {
    return (await listDecisions(ctx, { reunionId })).map(lire);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible out of a séance, SaisieInvalide */
  async create(ctx: ContextePersonne, reunionId: string, saisie: DecisionSaisie): Promise<DecisionLue> {
    const { reunion, ca } = await this.loadOpen(ctx, reunionId);
    const colonnes = await this.columns(ctx, ca, reunionId, saisie);
    const id = randomUUID();
    const annee = Number(jourAParis(reunion.debut ?? this.horloge.maintenant()).slice(0, 4));
    const cles = { reunionId, cooperativeId: ca.id, departementCode: ca.departementCode };
    const numero = await takeNumeroDecision(ctx, ca.id, annee);
    await insertRows(ctx, Decision, [{ ...colonnes, ...cles, id, annee, numero }]);
    return this.readOne(ctx, reunionId, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async update(ctx: ContextePersonne, reunionId: string, id: string, saisie: DecisionModifiee): Promise<DecisionLue> {
    const { ca } = await this.loadOpen(ctx, reunionId);
    const decision = await this.load(ctx, reunionId, id);
    await modifierDepuis(
      saisie.version,
      decision.version,
      () => this.readOne(ctx, reunionId, id),
      async () =>
        updateVersioned(
          ctx,
          Decision,
          { id, reunionId },
          saisie.version,
          await this.columns(ctx, ca, reunionId, saisie),
        ),
    );
    return this.readOne(ctx, reunionId, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async delete(ctx: ContextePersonne, reunionId: string, id: string): Promise<void> {
    await this.loadOpen(ctx, reunionId);
    await this.load(ctx, reunionId, id);
    await ctx.manager.delete(Decision, { id, reunionId });
  }

  /** Décidé, fait, pas fait: what the next agenda opens on. @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible */
  async setSuite(ctx: ContextePersonne, reunionId: string, id: string, saisie: SuiteSaisie): Promise<DecisionLue> {
    await this.acces.load(ctx, reunionId, 'reunion.animer');
    const decision = await this.load(ctx, reunionId, id);
    if (decision.issue !== 'ADOPTEE') throw new EtatIncompatible('Seule une décision adoptée a une suite.');
    await modifierDepuis(
      saisie.version,
      decision.version,
      () => this.readOne(ctx, reunionId, id),
      () => updateVersioned(ctx, Decision, { id, reunionId }, saisie.version, { suite: saisie.suite }),
    );
    return this.readOne(ctx, reunionId, id);
  }

  private async columns(
    ctx: ContextePersonne,
    ca: Cooperative,
    reunionId: string,
    saisie: DecisionSaisie,
  ): Promise<Partial<Decision>> {
    const { pointId = null, texte, issue, mode } = saisie;
    if (pointId && !(await ctx.manager.existsBy(Point, { id: pointId, reunionId }))) {
      throw champ('pointId', 'liste', 'Point\u00a0: choisir à l’ordre du jour.');
    }
    const voix = { pour: saisie.pour ?? 0, contre: saisie.contre ?? 0, abstention: saisie.abstention ?? 0 };
    if (mode === 'VOTE' && voix.pour + voix.contre + voix.abstention === 0) {
      throw champ('pour', 'requis', 'Vote\u00a0: donner le nombre de voix.');
    }
    return {
      pointId,
      texte,
      issue,
      mode,
      ...(mode === 'VOTE' ? voix : { pour: null, contre: null, abstention: null }),
      changement: saisie.changement ? await this.changements.describe(ctx, ca, saisie.changement) : null,
    };
  }

  private async loadOpen(ctx: ContextePersonne, reunionId: string): Promise<ReunionSituee> {
    const situee = await this.acces.load(ctx, reunionId, 'reunion.animer');
    if (situee.reunion.etat !== 'EN_SEANCE') throw refusEtat(situee.reunion);
    return situee;
  }

  private async load(ctx: ContextePersonne, reunionId: string, id: string): Promise<Decision> {
    const decision = await ctx.manager.findOneBy(Decision, { id, reunionId });
    if (!decision) throw new Introuvable('Cette décision');
    return decision;
  }

  private async readOne(ctx: ContextePersonne, reunionId: string, id: string): Promise<DecisionLue> {
    const decision = (await this.listOfReunion(ctx, reunionId)).find((d) => d.id === id);
    if (!decision) throw new Introuvable('Cette décision');
    return decision;
  }
}

function lire({ annee, rang, ...d }: DecisionEnBase): DecisionLue {
  return { ...d, numero: numeroDecision(annee, rang), changementDit: d.changement && changementDit(d.changement) };
}
