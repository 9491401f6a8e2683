import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import { ActeCree, ActeModifie, SignatureActe, type ActeLu } from '@coopilote/domain/financement';
import { remettre } from '../platform/fichiers';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { ActeService } from './acte.service';

/** Décisions d'attribution and conventions de financement. */
@Controller('api/actes-financement')
export class ActeController {
  constructor(private readonly actes: ActeService) {}

  @Post()
  @Regle('engagement.modifier')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: ActeCree): Promise<ActeLu> {
    return this.actes.create(ctx, saisie);
  }

  @Get(':id')
  @Regle('engagement.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<ActeLu> {
    return this.actes.read(ctx, id);
  }

  @Patch(':id')
  @Regle('engagement.modifier')
  update(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string, @Body() saisie: ActeModifie): Promise<ActeLu> {
    return this.actes.update(ctx, id, saisie);
  }

  @Delete(':id')
  @HttpCode(204)
  @Regle('engagement.modifier')
  delete(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.actes.delete(ctx, id);
  }

  @Post(':id/signature')
  @HttpCode(200)
  @Regle('engagement.modifier')
  sign(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string, @Body() saisie: SignatureActe): Promise<ActeLu> {
    return this.actes.sign(ctx, id, saisie);
  }

  @Get(':id/document.pdf')
  @Regle('engagement.lire')
  pdf(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'pdf', reponse);
  }

  @Get(':id/document.docx')
  @Regle('engagement.lire')
  docx(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'docx', reponse);
  }

  private async file(
    ctx: ContextePersonne,
    id: string,
    format: 'pdf' | 'docx',
    reponse: FastifyReply,
  ): Promise<Buffer> {
    return remettre(reponse, await this.actes.document(ctx, id, format));
  }
}
