import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Adhesion,
  EtatIncompatible,
  insertRows,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { jourEnChiffres } from '@coopilote/domain/commun';
import type { AdhesionLue, AdhesionModifiee, AdhesionSaisie } from '@coopilote/domain/cooperatives';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { findUnconsulted, hasOverlap, isMember, listAdhesions } from './adhesion.queries';
import { CooperativeAcces } from './cooperative-acces.service';

/** Structures of a CA: they join at any time, and leave at the annual deadline after consultation of the DD (guide 5.2). */
@Injectable()
export class AdhesionService {
  constructor(
    private readonly acces: CooperativeAcces,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable */
  async list(ctx: ContextePersonne, cooperativeId: string): Promise<AdhesionLue[]> {
    await this.acces.loadFor(ctx, cooperativeId, 'cooperative.lire');
    return listAdhesions(ctx, cooperativeId, this.horloge.aujourdhui());
  }

  /** True when a structure takes part in the CA over a period (days, both included). */
  async isMember(
    ctx: ContextePersonne,
    cooperativeId: string,
    structureId: string,
    periode: { debut: string; fin: string },
  ): Promise<boolean> {
    return isMember(ctx, cooperativeId, structureId, periode, this.horloge.aujourdhui());
  }

  /**
   * Makes a structure a member; one of another département is named by its id.
   * @throws Introuvable, Interdit, EtatIncompatible, SaisieInvalide
   */
  async create(ctx: ContextePersonne, cooperativeId: string, saisie: AdhesionSaisie): Promise<AdhesionLue> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'adhesion.modifier');
    if (ca.phase === 'CLOSE') {
      throw new EtatIncompatible('Cette coopérative est close\u00a0: elle n’accueille plus de structure.');
    }
    const adhesion = { id: randomUUID(), structureId: saisie.structureId, debut: saisie.debut, fin: null };
    await this.refuseOverlap(ctx, cooperativeId, adhesion);
    await insertRows(ctx, Adhesion, [{ ...adhesion, cooperativeId, departementCode: ca.departementCode }]);
    return this.readOne(ctx, cooperativeId, adhesion.id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide */
  async update(
    ctx: ContextePersonne,
    cooperativeId: string,
    id: string,
    saisie: AdhesionModifiee,
  ): Promise<AdhesionLue> {
    await this.acces.loadFor(ctx, cooperativeId, 'adhesion.modifier');
    const adhesion = await ctx.manager.findOneBy(Adhesion, { id, cooperativeId });
    if (!adhesion) throw new Introuvable('Cette adhésion');
    const { version, ...changements } = saisie;
    await modifierDepuis(
      version,
      adhesion.version,
      () => this.readOne(ctx, cooperativeId, id),
      async () => {
        const { debut } = saisie;
        const fin = saisie.fin === undefined ? adhesion.fin : saisie.fin;
        if (fin && fin < debut) {
          throw new SaisieInvalide([
            { champ: 'fin', code: 'dates', message: 'Date de sortie\u00a0: elle vient avant l’entrée.' },
          ]);
        }
        if (fin && fin !== adhesion.fin) await this.refuseUnconsulted(ctx, cooperativeId, adhesion.structureId);
        await this.refuseOverlap(ctx, cooperativeId, { id, structureId: adhesion.structureId, debut, fin });
        await updateVersioned(ctx, Adhesion, { id, cooperativeId }, version, changements);
      },
    );
    return this.readOne(ctx, cooperativeId, id);
  }

  /** A member that has asked to leave does so at the annual deadline, once the others were consulted. */
  private async refuseUnconsulted(ctx: ContextePersonne, cooperativeId: string, structureId: string): Promise<void> {
    const demandeLe = await findUnconsulted(ctx, cooperativeId, structureId);
    if (!demandeLe) return;
    throw new SaisieInvalide([
      {
        champ: 'fin',
        code: 'consultation',
        message: `Date de sortie\u00a0: cette structure a demandé le ${jourEnChiffres(demandeLe)} à quitter la convention. Enregistrez d’abord la consultation des membres, sur la page de la convention\u00a0: l’adhésion prendra fin à l’échéance annuelle.`,
      },
    ]);
  }

  private async refuseOverlap(
    ctx: ContextePersonne,
    cooperativeId: string,
    adhesion: { id: string; structureId: string; debut: string; fin: string | null },
  ): Promise<void> {
    if (!(await hasOverlap(ctx, cooperativeId, adhesion))) return;
    throw new SaisieInvalide([
      {
        champ: 'structureId',
        code: 'double',
        message: 'Structure\u00a0: elle est déjà membre de cette coopérative à ces dates.',
      },
    ]);
  }

  private async readOne(ctx: ContextePersonne, cooperativeId: string, id: string): Promise<AdhesionLue> {
    const [adhesion] = await listAdhesions(ctx, cooperativeId, this.horloge.aujourdhui(), id);
    if (!adhesion) throw new Introuvable('Cette adhésion');
    return adhesion;
  }
}
