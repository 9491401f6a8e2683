import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import {
  AppelModifie,
  ApprobationSaisie,
  CoutsReels,
  MiseADispositionCreee,
  MiseADispositionModifiee,
  MisesDemandees,
  PeriodeSaisie,
  TransitionMise,
  type MiseADispositionLue,
  type MisesLues,
} from '@coopilote/domain/financement';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { FacturationMiseService } from './facturation.service';
import { MiseADispositionService } from './mise.service';
import { VieMiseService } from './vie.service';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Staff or means lent between the structures of a CA. */
@Controller('api/mises-a-disposition')
export class MiseADispositionController {
  constructor(
    private readonly mises: MiseADispositionService,
    private readonly vie: VieMiseService,
    private readonly facturation: FacturationMiseService,
  ) {}

  @Get()
  @Regle('miseADisposition.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() { cooperative }: MisesDemandees): Promise<MisesLues> {
    return this.mises.list(ctx, cooperative ?? null);
  }

  @Post()
  @Regle('miseADisposition.rediger')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: MiseADispositionCreee): Promise<MiseADispositionLue> {
    return this.mises.create(ctx, saisie);
  }

  @Get(':id')
  @Regle('miseADisposition.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<MiseADispositionLue> {
    return this.mises.read(ctx, id);
  }

  @Patch(':id')
  @Regle('miseADisposition.rediger')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: MiseADispositionModifiee,
  ): Promise<MiseADispositionLue> {
    return this.mises.update(ctx, id, saisie);
  }

  @Delete(':id')
  @HttpCode(204)
  @Regle('miseADisposition.rediger')
  delete(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.mises.delete(ctx, id);
  }

  @Post(':id/transitions')
  @HttpCode(200)
  @Regle('miseADisposition.rediger')
  transition(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: TransitionMise,
  ): Promise<MiseADispositionLue> {
    return this.vie.transition(ctx, id, saisie);
  }

  @Post(':id/remplacement')
  @Regle('miseADisposition.rediger')
  replace(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<MiseADispositionLue> {
    return this.mises.replace(ctx, id);
  }

  @Put(':id/approbations/:structureId')
  @Regle('miseADisposition.approuver')
  approve(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('structureId', IdPipe) structureId: string,
    @Body() saisie: ApprobationSaisie,
  ): Promise<MiseADispositionLue> {
    return this.vie.approve(ctx, id, structureId, saisie);
  }

  @Put(':id/couts-reels')
  @Regle('miseADisposition.rediger')
  setRealCosts(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: CoutsReels,
  ): Promise<MiseADispositionLue> {
    return this.facturation.setRealCosts(ctx, id, saisie);
  }

  @Post(':id/periodes')
  @Regle('miseADisposition.rediger')
  addPeriod(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: PeriodeSaisie,
  ): Promise<MiseADispositionLue> {
    return this.facturation.addPeriod(ctx, id, saisie);
  }

  @Delete(':id/periodes/:periodeId')
  @HttpCode(204)
  @Regle('miseADisposition.rediger')
  deletePeriod(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('periodeId', IdPipe) periodeId: string,
  ): Promise<void> {
    return this.facturation.deletePeriod(ctx, id, periodeId);
  }

  @Patch(':id/appels/:appelId')
  @Regle('miseADisposition.rediger')
  updateCall(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('appelId', IdPipe) appelId: string,
    @Body() saisie: AppelModifie,
  ): Promise<MiseADispositionLue> {
    return this.facturation.updateCall(ctx, id, appelId, saisie);
  }

  @Get(':id/document.pdf')
  @Regle('miseADisposition.lire')
  pdf(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'pdf', reponse);
  }

  @Get(':id/document.docx')
  @Regle('miseADisposition.lire')
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
    const { nom, contenu } = await this.vie.document(ctx, id, format);
    void reponse.type(TYPES[format]).header('content-disposition', `attachment; filename="${nom}"`);
    return contenu;
  }
}
