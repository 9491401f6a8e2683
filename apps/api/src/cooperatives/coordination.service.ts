import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AttributionRole, SaisieInvalide, type Cooperative, type ContextePersonne } from '@coopilote/db';
import { exiger } from '../platform/exiger';
import { CooperativeAcces, ressourceDe } from './cooperative-acces.service';
import { listCoordinateursPossibles, openCopilote, type CoordinateurPossible } from './coordination.queries';

export interface Coordination {
  coordinateurDdId: string;
  copiloteId: string | null;
}

/** R1: one or two coordinators, the DD always among them (guide 5.1 B). */
@Injectable()
export class CoordinationService {
  constructor(private readonly acces: CooperativeAcces) {}

  /** Persons who can be named on a CA. */
  async listFor(ctx: ContextePersonne, cooperativeId: string): Promise<CoordinateurPossible[]> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'compte.nommer');
    return listCoordinateursPossibles(ctx, ca.departementCode);
  }

  /** Persons who can be named on a CA about to be created in a département. */
  async listForDepartement(
    ctx: ContextePersonne,
    regionCode: string,
    departementCode: string,
  ): Promise<CoordinateurPossible[]> {
    exiger(ctx, 'compte.nommer', { regionCode, departementCode });
    return listCoordinateursPossibles(ctx, departementCode);
  }

  /**
   * Coordinators of a new CA: the DD's is the creator unless another is named, and holds the role on the département.
   * @throws SaisieInvalide
   */
  async choose(
    ctx: ContextePersonne,
    departementCode: string,
    demande: { coordinateurDdId?: string | null; copiloteId?: string | null },
  ): Promise<Coordination> {
    const possibles = await listCoordinateursPossibles(ctx, departementCode);
    const moi = ctx.identite.utilisateurId;
    const coordinateurDdId = demande.coordinateurDdId ?? (estDd(possibles, moi) ? moi : null);
    if (!coordinateurDdId) {
      throw erreur('coordinateurDdId', 'Coordination de la DD\u00a0: nommer une personne de la délégation.');
    }
    const choisie = { coordinateurDdId, copiloteId: demande.copiloteId ?? null };
    verifier(possibles, choisie, null);
    return choisie;
  }

  /**
   * Coordinators of a CA after an edit: absent means unchanged, null takes the second one away. Naming somebody belongs
   * to the DD; persons already in place are not judged again.
   * @throws Interdit, SaisieInvalide
   */
  async change(
    ctx: ContextePersonne,
    ca: Cooperative,
    demande: { coordinateurDdId?: string | null; copiloteId?: string | null },
  ): Promise<Coordination> {
    const suivante = {
      coordinateurDdId: demande.coordinateurDdId ?? ca.coordinateurDdId,
      copiloteId: demande.copiloteId === undefined ? ca.copiloteId : demande.copiloteId,
    };
    if (suivante.coordinateurDdId === ca.coordinateurDdId && suivante.copiloteId === ca.copiloteId) return suivante;
    exiger(ctx, 'compte.nommer', ressourceDe(ca), 'La délégation seule nomme les coordinateurs de la coopérative.');
    verifier(await listCoordinateursPossibles(ctx, ca.departementCode), suivante, ca);
    return suivante;
  }

  /** Moves the role COPILOTE on the CA from one person to the other. */
  async grant(
    ctx: ContextePersonne,
    ca: Pick<Cooperative, 'id' | 'regionCode' | 'departementCode'>,
    avant: string | null,
    apres: string | null,
  ): Promise<void> {
    if (avant === apres) return;
    if (avant) {
      await ctx.manager.delete(AttributionRole, { utilisateurId: avant, role: 'COPILOTE', cooperativeId: ca.id });
    }
    if (apres) await openCopilote(ctx, ca, randomUUID(), apres);
  }
}

function estDd(possibles: CoordinateurPossible[], id: string): boolean {
  return possibles.some((p) => p.id === id && p.qualite === 'DD');
}

function verifier(possibles: CoordinateurPossible[], choisie: Coordination, enPlace: Coordination | null): void {
  const { coordinateurDdId, copiloteId } = choisie;
  if (coordinateurDdId !== enPlace?.coordinateurDdId && !estDd(possibles, coordinateurDdId)) {
    throw erreur(
      'coordinateurDdId',
      'Coordination de la DD\u00a0: cette personne ne coordonne pas pour la délégation de ce département.',
    );
  }
  if (copiloteId === coordinateurDdId) {
    throw erreur('copiloteId', 'Second coordinateur\u00a0: choisir une autre personne que la coordination de la DD.');
  }
  if (copiloteId && copiloteId !== enPlace?.copiloteId && !possibles.some((p) => p.id === copiloteId)) {
    throw erreur('copiloteId', 'Second coordinateur\u00a0: choisir dans la liste.');
  }
}

function erreur(champ: string, message: string): SaisieInvalide {
  return new SaisieInvalide([{ champ, code: 'coordinateur', message }]);
}
