import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import {
  BilanAnnuelCree,
  BilansAnnuelsDemandes,
  DecisionAnnuelle,
  DocumentAnnuelDemande,
  ReunionBilanAnnuel,
  TextesBilanAnnuel,
  TransitionBilanAnnuel,
  VoletSaisi,
  type BilanAnnuelLu,
  type BilansAnnuels,
  type TexteEnregistre,
} from '@coopilote/domain/bilans';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { BilanAnnuelService } from './bilan-annuel.service';
import { VieAnnuelleService } from './vie-annuelle.service';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The report of a year of a CA (convention, article 4.4). */
@Controller('api/bilans-annuels')
export class BilanAnnuelController {
  constructor(
    private readonly bilans: BilanAnnuelService,
    private readonly vie: VieAnnuelleService,
  ) {}

  @Get()
  @Regle('bilanAnnuel.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() { cooperative }: BilansAnnuelsDemandes): Promise<BilansAnnuels> {
    return this.bilans.list(ctx, cooperative);
  }

  @Post()
  @Regle('bilanAnnuel.conduire')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: BilanAnnuelCree): Promise<BilanAnnuelLu> {
    return this.bilans.create(ctx, saisie);
  }

  @Get(':id')
  @Regle('bilanAnnuel.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<BilanAnnuelLu> {
    return this.bilans.read(ctx, id);
  }

  @Patch(':id')
  @Regle('bilanAnnuel.conduire')
  write(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: TextesBilanAnnuel,
  ): Promise<TexteEnregistre> {
    return this.vie.write(ctx, id, saisie);
  }

  @Put(':id/reunion')
  @Regle('bilanAnnuel.conduire')
  link(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: ReunionBilanAnnuel,
  ): Promise<BilanAnnuelLu> {
    return this.vie.link(ctx, id, saisie);
  }

  @Put(':id/volets/:ficheActionId')
  @Regle('bilanAnnuel.completer')
  writePart(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('ficheActionId', IdPipe) ficheActionId: string,
    @Body() saisie: VoletSaisi,
  ): Promise<TexteEnregistre> {
    return this.vie.writePart(ctx, id, ficheActionId, saisie);
  }

  @Put(':id/decisions/:ficheActionId')
  @Regle('bilanAnnuel.conduire')
  decide(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('ficheActionId', IdPipe) ficheActionId: string,
    @Body() saisie: DecisionAnnuelle,
  ): Promise<BilanAnnuelLu> {
    return this.vie.decide(ctx, id, ficheActionId, saisie);
  }

  @Post(':id/transitions')
  @HttpCode(200)
  @Regle('bilanAnnuel.conduire')
  transition(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: TransitionBilanAnnuel,
  ): Promise<BilanAnnuelLu> {
    return this.vie.transition(ctx, id, saisie);
  }

  @Get(':id/document.pdf')
  @Regle('bilanAnnuel.lire')
  pdf(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() demande: DocumentAnnuelDemande,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'pdf', demande, reponse);
  }

  @Get(':id/document.docx')
  @Regle('bilanAnnuel.lire')
  docx(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() demande: DocumentAnnuelDemande,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'docx', demande, reponse);
  }

  @Get(':id/actions/:ficheActionId/document.pdf')
  @Regle('bilanAnnuel.lire')
  actionPdf(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('ficheActionId', IdPipe) ficheActionId: string,
    @Query() demande: DocumentAnnuelDemande,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'pdf', demande, reponse, ficheActionId);
  }

  private async file(
    ctx: ContextePersonne,
    id: string,
    format: 'pdf' | 'docx',
    demande: DocumentAnnuelDemande,
    reponse: FastifyReply,
    ficheActionId?: string,
  ): Promise<Buffer> {
    const { nom, contenu } = await this.vie.document(ctx, id, format, demande, ficheActionId);
    void reponse.type(TYPES[format]).header('content-disposition', `attachment; filename="${nom}"`);
    return contenu;
  }
}
