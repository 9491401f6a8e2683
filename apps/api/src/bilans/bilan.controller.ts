import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Introuvable, type ContextePersonne } from '@coopilote/db';
import {
  BilansDemandes,
  BrouillonBilan,
  TransitionBilanDemandee,
  type BilanLigne,
  type BilanLu,
  type BrouillonEnregistre,
  type RecuBilan,
  type VersionBilan,
} from '@coopilote/domain/bilans';
import type { Page } from '@coopilote/domain/commun';
import { remettre } from '../platform/fichiers';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { BilanLectureService } from './lecture.service';
import { BilanSaisieService } from './saisie.service';

const NUMERO = new ParseIntPipe({ exceptionFactory: () => new Introuvable('Cette version') });

@Controller('api/bilans-trimestriels')
export class BilanController {
  constructor(
    private readonly lecture: BilanLectureService,
    private readonly saisie: BilanSaisieService,
  ) {}

  @Get()
  @Regle('bilan.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: BilansDemandes): Promise<Page<BilanLigne>> {
    return this.lecture.list(ctx, demande);
  }

  @Get(':id')
  @Regle('bilan.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<BilanLu> {
    return this.lecture.read(ctx, id);
  }

  @Patch(':id')
  @Regle('bilan.remplir')
  save(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() brouillon: BrouillonBilan,
  ): Promise<BrouillonEnregistre> {
    return this.saisie.save(ctx, id, brouillon);
  }

  @Post(':id/transitions')
  @Regle('bilan.lire')
  @HttpCode(200)
  move(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: TransitionBilanDemandee,
  ): Promise<BilanLu> {
    return this.saisie.move(ctx, id, demande);
  }

  @Get(':id/versions')
  @Regle('bilan.lire')
  versions(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<VersionBilan[]> {
    return this.lecture.versions(ctx, id);
  }

  @Get(':id/versions/:numero')
  @Regle('bilan.lire')
  version(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('numero', NUMERO) numero: number,
  ): Promise<VersionBilan> {
    return this.lecture.version(ctx, id, numero);
  }

  @Get(':id/recu.pdf')
  @Regle('bilan.lire')
  async receiptDocument(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return remettre(reponse, await this.lecture.receiptDocument(ctx, id));
  }

  @Get(':id/recu')
  @Regle('bilan.lire')
  receipt(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<RecuBilan> {
    return this.lecture.receipt(ctx, id);
  }
}
