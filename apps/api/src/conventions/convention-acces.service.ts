import { Injectable } from '@nestjs/common';
import { Acte, ActeTexte, Convention, Introuvable, type ContextePersonne, type Cooperative } from '@coopilote/db';
import type { Operation, Ressource } from '@coopilote/domain/droits';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { exiger } from '../platform/exiger';

export interface ConventionSituee {
  convention: Convention;
  ca: Cooperative;
  ressource: Ressource;
}
export interface ActeSitue extends ConventionSituee {
  acte: Acte;
  texte: ActeTexte;
}

/** The door of a convention and of what hangs on it. */
@Injectable()
export class ConventionAcces {
  constructor(private readonly cooperatives: CooperativeAcces) {}

  /** @throws Introuvable when it does not exist or row-level security hides it; Interdit */
  async load(ctx: ContextePersonne, id: string, operation: Operation): Promise<ConventionSituee> {
    const convention = await ctx.manager.findOneBy(Convention, { id });
    if (!convention) throw new Introuvable('Cette convention');
    const ca = await this.cooperatives.load(ctx, convention.cooperativeId);
    const ressource = ressourceDe(ca);
    exiger(ctx, operation, ressource);
    return { convention, ca, ressource };
  }

  /** @throws Introuvable when it does not exist, or is still being written by others; Interdit */
  async loadActe(ctx: ContextePersonne, id: string, operation: Operation): Promise<ActeSitue> {
    const acte = await ctx.manager.findOneBy(Acte, { id });
    const texte = acte && (await ctx.manager.findOneBy(ActeTexte, { acteId: id, conventionId: acte.conventionId }));
    if (!acte || !texte) throw new Introuvable('Ce texte');
    return { acte, texte, ...(await this.load(ctx, acte.conventionId, operation)) };
  }
}
