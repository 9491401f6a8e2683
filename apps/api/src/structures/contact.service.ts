import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Contact, insertRows, Introuvable, Structure, updateVersioned, type ContextePersonne } from '@coopilote/db';
import type { ContactLu, ContactModifie, ContactSaisie } from '@coopilote/domain/structures';
import { exiger } from '../platform/exiger';
import { modifierDepuis } from '../platform/version';
import { keepOnePrincipal } from './structure.queries';

/** People to call or write to in a structure; they have no account by that. */
@Injectable()
export class ContactService {
  /** Contacts of a structure that the person may read, the main one first. */
  async list(ctx: ContextePersonne, structureId: string): Promise<ContactLu[]> {
    const contacts = await ctx.manager.find(Contact, {
      where: { structureId },
      order: { principal: 'DESC', nom: 'ASC', prenom: 'ASC', id: 'ASC' },
    });
    return contacts.map(lu);
  }

  async create(ctx: ContextePersonne, structureId: string, saisie: ContactSaisie): Promise<ContactLu> {
    const departementCode = await this.open(ctx, structureId);
    const id = randomUUID();
    const principal = saisie.principal ?? false;
    await insertRows(ctx, Contact, [{ ...saisie, id, structureId, departementCode, principal }]);
    if (principal) await keepOnePrincipal(ctx, structureId, id);
    return lu(await this.find(ctx, structureId, id));
  }

  /** @throws Introuvable, Interdit, VersionPerimee */
  async update(ctx: ContextePersonne, structureId: string, id: string, modifie: ContactModifie): Promise<ContactLu> {
    await this.open(ctx, structureId);
    const avant = await this.find(ctx, structureId, id);
    const { version, ...saisie } = modifie;
    const lire = async () => lu(await this.find(ctx, structureId, id));
    const principal = saisie.principal ?? avant.principal;
    await modifierDepuis(version, avant.version, lire, () =>
      updateVersioned(ctx, Contact, { id, structureId }, version, { ...saisie, principal }),
    );
    if (principal) await keepOnePrincipal(ctx, structureId, id);
    return lire();
  }

  async remove(ctx: ContextePersonne, structureId: string, id: string): Promise<void> {
    await this.open(ctx, structureId);
    const { affected } = await ctx.manager.delete(Contact, { id, structureId });
    if (!affected) throw new Introuvable('Ce contact');
  }

  /** Checks that the person writes on the structure; answers its département. */
  private async open(ctx: ContextePersonne, structureId: string): Promise<string> {
    const structure = await ctx.manager.findOneBy(Structure, { id: structureId });
    if (!structure) throw new Introuvable('Cette structure');
    const { regionCode, departementCode } = structure;
    exiger(ctx, 'structure.modifier', { regionCode, departementCode, structureId });
    return departementCode;
  }

  private async find(ctx: ContextePersonne, structureId: string, id: string): Promise<Contact> {
    const contact = await ctx.manager.findOneBy(Contact, { id, structureId });
    if (!contact) throw new Introuvable('Ce contact');
    return contact;
  }
}

function lu({ structureId: _, departementCode: __, ...contact }: Contact): ContactLu {
  return contact;
}
