import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import {
  CompteRenduFinancierCree,
  CompteRenduFinancierModifie,
  TransitionCompteRenduFinancier,
  type CompteRenduFinancierLu,
  type VersionCompteRenduFinancier,
} from '@coopilote/domain/financement';
import { remettre } from '../platform/fichiers';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { CompteRenduFinancierService } from './compte-rendu.service';

@Controller('api/comptes-rendus-financiers')
export class CompteRenduFinancierController {
  constructor(private readonly comptesRendus: CompteRenduFinancierService) {}

  @Post()
  @Regle('compteRenduFinancier.remplir')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: CompteRenduFinancierCree): Promise<CompteRenduFinancierLu> {
    return this.comptesRendus.create(ctx, saisie);
  }

  @Get(':id')
  @Regle('engagement.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<CompteRenduFinancierLu> {
    return this.comptesRendus.read(ctx, id);
  }

  @Patch(':id')
  @Regle('compteRenduFinancier.remplir')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: CompteRenduFinancierModifie,
  ): Promise<CompteRenduFinancierLu> {
    return this.comptesRendus.update(ctx, id, saisie);
  }

  /** Sent by the structure, sent back by the delegation: the service knows which. */
  @Post(':id/transitions')
  @HttpCode(200)
  @Regle('engagement.lire')
  transition(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: TransitionCompteRenduFinancier,
  ): Promise<CompteRenduFinancierLu> {
    return this.comptesRendus.transition(ctx, id, demande);
  }

  @Get(':id/versions')
  @Regle('engagement.lire')
  versions(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<VersionCompteRenduFinancier[]> {
    return this.comptesRendus.versions(ctx, id);
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

  @Get(':id/document.xlsx')
  @Regle('engagement.lire')
  xlsx(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'xlsx', reponse);
  }

  private async file(
    ctx: ContextePersonne,
    id: string,
    format: 'pdf' | 'xlsx',
    reponse: FastifyReply,
  ): Promise<Buffer> {
    return remettre(reponse, await this.comptesRendus.document(ctx, id, format));
  }
}
