import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import {
  ContenuSaisi,
  CorrectionDemandee,
  TransitionCompteRendu,
  VersionDemandee,
  type CompteRenduLu,
} from '@coopilote/domain/gouvernance';
import { remettre } from '../platform/fichiers';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { CompteRenduService } from './compte-rendu.service';

/** Minutes of a meeting. */
@Controller('api/reunions/:id/compte-rendu')
export class CompteRenduController {
  constructor(private readonly comptesRendus: CompteRenduService) {}

  @Get()
  @Regle('reunion.lire')
  read(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() { numero }: VersionDemandee,
  ): Promise<CompteRenduLu> {
    return this.comptesRendus.read(ctx, id, numero ?? null);
  }

  @Patch()
  @Regle('reunion.animer')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: ContenuSaisi,
  ): Promise<CompteRenduLu> {
    return this.comptesRendus.update(ctx, id, saisie);
  }

  @Post('transitions')
  @HttpCode(200)
  @Regle('reunion.animer')
  transition(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: TransitionCompteRendu,
  ): Promise<CompteRenduLu> {
    return this.comptesRendus.transition(ctx, id, demande);
  }

  @Post('corrections')
  @Regle('reunion.animer')
  correct(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: CorrectionDemandee,
  ): Promise<CompteRenduLu> {
    return this.comptesRendus.correct(ctx, id, demande);
  }

  @Get(':numero/document.pdf')
  @Regle('reunion.lire')
  pdf(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('numero', ParseIntPipe) numero: number,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, numero, 'pdf', reponse);
  }

  @Get(':numero/document.docx')
  @Regle('reunion.lire')
  docx(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('numero', ParseIntPipe) numero: number,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, numero, 'docx', reponse);
  }

  private async file(
    ctx: ContextePersonne,
    id: string,
    numero: number,
    format: 'pdf' | 'docx',
    reponse: FastifyReply,
  ): Promise<Buffer> {
    return remettre(reponse, await this.comptesRendus.document(ctx, id, numero, format));
  }
}
