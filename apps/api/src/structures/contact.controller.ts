import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { ContactModifie, ContactSaisie, type ContactLu } from '@coopilote/domain/structures';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { ContactService } from './contact.service';
import { StructureService } from './structure.service';

@Controller('api/structures/:id/contacts')
export class ContactController {
  constructor(
    private readonly contacts: ContactService,
    private readonly structures: StructureService,
  ) {}

  @Get()
  @Regle('structure.lire')
  async list(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<ContactLu[]> {
    await this.structures.find(ctx, id);
    return this.contacts.list(ctx, id);
  }

  @Post()
  @Regle('structure.modifier')
  create(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: ContactSaisie,
  ): Promise<ContactLu> {
    return this.contacts.create(ctx, id, saisie);
  }

  @Patch(':contactId')
  @Regle('structure.modifier')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('contactId', IdPipe) contactId: string,
    @Body() modifie: ContactModifie,
  ): Promise<ContactLu> {
    return this.contacts.update(ctx, id, contactId, modifie);
  }

  @Delete(':contactId')
  @Regle('structure.modifier')
  @HttpCode(204)
  remove(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('contactId', IdPipe) contactId: string,
  ): Promise<void> {
    return this.contacts.remove(ctx, id, contactId);
  }
}
