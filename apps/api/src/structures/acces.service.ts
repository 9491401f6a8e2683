import { Injectable } from '@nestjs/common';
import { Interdit, Introuvable, type ContextePersonne } from '@coopilote/db';
import type { CompteStructureLu } from '@coopilote/domain/comptes';
import { peut, perimetreDe } from '@coopilote/domain/droits';
import type { InvitationPartenaire } from '@coopilote/domain/structures';
import { CompteService } from '../comptes/compte.service';
import { InvitationService } from '../comptes/invitation.service';
import { Horloge } from '../platform/horloge';
import { findStructure, listCooperatives } from './structure.queries';

type Membre = { departementCode: string; fin: string | null };

/** Who signs in for a structure. */
@Injectable()
export class AccesService {
  constructor(
    private readonly comptes: CompteService,
    private readonly invitations: InvitationService,
    private readonly horloge: Horloge,
  ) {}

  /** Persons who sign in for the structure. @throws Introuvable, Interdit */
  async list(ctx: ContextePersonne, structureId: string): Promise<CompteStructureLu[]> {
    await this.exigerInviter(ctx, structureId);
    return this.comptes.listOfStructure(ctx, structureId);
  }

  /** Invites somebody to sign in as a partner. @throws Introuvable, Interdit, SaisieInvalide when the person already does. */
  async invite(ctx: ContextePersonne, structureId: string, personne: InvitationPartenaire): Promise<CompteStructureLu> {
    await this.exigerInviter(ctx, structureId);
    const id = await this.invitations.invitePartenaire(ctx, structureId, personne);
    const compte = (await this.comptes.listOfStructure(ctx, structureId)).find((c) => c.id === id);
    if (!compte) throw new Introuvable('Ce compte');
    return compte;
  }

  private async exigerInviter(ctx: ContextePersonne, id: string): Promise<void> {
    const structure = await findStructure(ctx, id, perimetreDe(ctx.identite, 'structure.lire'));
    if (!structure) throw new Introuvable('Cette structure');
    const membres = (await listCooperatives(ctx, id)).filter((m) => !m.fin || m.fin >= this.horloge.aujourdhui());
    if (!peutInviter(ctx, structure, membres)) {
      throw new Interdit('Les accès d’une structure regardent la délégation départementale et la structure elle-même.');
    }
  }
}

/** True for the structure itself, its région and département, and the DD of a CA of which it is a member. */
export function peutInviter(
  { identite }: ContextePersonne,
  structure: { id: string; regionCode: string; departementCode: string },
  cooperatives: Membre[],
): boolean {
  const { id: structureId, regionCode } = structure;
  return [structure, ...cooperatives].some(({ departementCode }) =>
    peut(identite, 'structure.inviter', { regionCode, departementCode, structureId }),
  );
}
