import { Injectable } from '@nestjs/common';
import { Cooperative, Introuvable, type ContextePersonne } from '@coopilote/db';
import type { Operation, Ressource } from '@coopilote/domain/droits';
import { exiger } from '../platform/exiger';

/** Where a CA lies, for `peut`. */
export function ressourceDe(ca: Pick<Cooperative, 'id' | 'regionCode' | 'departementCode'>): Ressource {
  return { regionCode: ca.regionCode, departementCode: ca.departementCode, cooperativeId: ca.id };
}

/** The door of everything that belongs to a CA. */
@Injectable()
export class CooperativeAcces {
  /**
   * The CA, for somebody who sees it.
   * @throws Introuvable when it does not exist or row-level security hides it.
   */
  async load(ctx: ContextePersonne, id: string): Promise<Cooperative> {
    const ca = await ctx.manager.findOneBy(Cooperative, { id });
    if (!ca) throw new Introuvable('Cette coopérative');
    return ca;
  }

  /**
   * The CA on which the caller may do `operation`.
   * @throws Introuvable, Interdit
   */
  async loadFor(ctx: ContextePersonne, id: string, operation: Operation): Promise<Cooperative> {
    const ca = await this.load(ctx, id);
    exiger(ctx, operation, ressourceDe(ca));
    return ca;
  }
}
