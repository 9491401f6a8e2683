import { Injectable } from '@nestjs/common';
import { Instance, Introuvable, Reunion, type ContextePersonne, type Cooperative } from '@coopilote/db';
import type { Operation, Ressource } from '@coopilote/domain/droits';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { exiger } from '../platform/exiger';

/** A meeting and where it lies. */
export interface ReunionSituee {
  reunion: Reunion;
  ca: Cooperative;
  ressource: Ressource;
}

/** The door of everything that belongs to an instance or to a meeting. */
@Injectable()
export class GouvernanceAcces {
  constructor(private readonly cooperatives: CooperativeAcces) {}

  /** @throws Introuvable when it does not exist or row-level security hides it; Interdit */
  async loadInstance(
    ctx: ContextePersonne,
    id: string,
    operation: Operation,
  ): Promise<{ instance: Instance; ca: Cooperative; ressource: Ressource }> {
    const instance = await ctx.manager.findOneBy(Instance, { id });
    if (!instance) throw new Introuvable('Cette instance');
    const ca = await this.cooperatives.loadFor(ctx, instance.cooperativeId, operation);
    return { instance, ca, ressource: ressourceDe(ca) };
  }

  /** @throws Introuvable when it does not exist, is hidden, or is still being prepared by others; Interdit */
  async load(ctx: ContextePersonne, id: string, operation: Operation): Promise<ReunionSituee> {
    const reunion = await ctx.manager.findOneBy(Reunion, { id });
    if (!reunion) throw new Introuvable('Cette réunion');
    const ca = await this.cooperatives.load(ctx, reunion.cooperativeId);
    const ressource = ressourceDe(ca);
    exiger(ctx, operation, ressource);
    return { reunion, ca, ressource };
  }
}
