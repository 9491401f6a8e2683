import { Injectable } from '@nestjs/common';
import { EtatIncompatible, Introuvable, SaisieInvalide, type ContextePersonne, type Cooperative } from '@coopilote/db';
import type { Operation, Ressource } from '@coopilote/domain/droits';
import type { EtatMise } from '@coopilote/domain/financement';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { exiger } from '../platform/exiger';
import { loadMise, type MiseEnBase } from './mise.queries';

export interface MiseSituee {
  mise: MiseEnBase;
  ca: Cooperative;
  /** Where it lies: it belongs to the structure that lends. */
  ressource: Ressource;
}

/** The door of a mise à disposition. */
@Injectable()
export class MiseADispositionAcces {
  constructor(private readonly acces: CooperativeAcces) {}

  /** For whom sees it: the ARS, the structure that lends, and those that it was sent to. @throws Introuvable */
  async load(ctx: ContextePersonne, id: string): Promise<MiseSituee> {
    const mise = await loadMise(ctx, id);
    if (!mise) throw new Introuvable('Cette mise à disposition');
    const ca = await this.acces.load(ctx, mise.cooperativeId);
    return { mise, ca, ressource: { ...ressourceDe(ca), structureId: mise.structureId } };
  }

  /** For whom may do `operation` as the structure that lends. @throws Introuvable, Interdit */
  async loadFor(ctx: ContextePersonne, id: string, operation: Operation): Promise<MiseSituee> {
    const situee = await this.load(ctx, id);
    exiger(ctx, operation, situee.ressource, 'La structure qui met à disposition et la délégation l’écrivent.');
    return situee;
  }
}

/** @throws EtatIncompatible */
export function requireState(etat: EtatMise, attendus: readonly EtatMise[], message: string): void {
  if (!attendus.includes(etat)) throw new EtatIncompatible(message);
}

export function refus(champ: string, code: string, message: string): SaisieInvalide {
  return new SaisieInvalide([{ champ, code, message }]);
}
