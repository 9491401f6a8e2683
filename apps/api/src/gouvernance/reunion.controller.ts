import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import {
  CreneauChoisi,
  OrdreDuJourSaisi,
  ParticipantModifie,
  ParticipantSaisi,
  PresenceSaisie,
  ReunionCreee,
  ReunionModifiee,
  ReunionsDemandees,
  SondageSaisi,
  TransitionReunion,
  type PropositionPoint,
  type ReunionLigne,
  type ReunionLue,
} from '@coopilote/domain/gouvernance';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { InvitationService } from './invitation.service';
import { ParticipantService } from './participant.service';
import { PropositionService } from './proposition.service';
import { ReunionService } from './reunion.service';
import { SeanceService } from './seance.service';
import { SondageService } from './sondage.service';

/** A meeting, as it is prepared. */
@Controller('api/reunions')
export class ReunionController {
  constructor(
    private readonly reunions: ReunionService,
    private readonly participants: ParticipantService,
    private readonly propositions: PropositionService,
    private readonly seances: SeanceService,
    private readonly sondages: SondageService,
    private readonly invitations: InvitationService,
  ) {}

  @Get()
  @Regle('reunion.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: ReunionsDemandees): Promise<Page<ReunionLigne>> {
    return this.reunions.list(ctx, demande);
  }

  @Post()
  @Regle('reunion.animer')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: ReunionCreee): Promise<ReunionLue> {
    return this.reunions.create(ctx, saisie);
  }

  @Get(':id')
  @Regle('reunion.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<ReunionLue> {
    return this.reunions.read(ctx, id);
  }

  @Patch(':id')
  @Regle('reunion.animer')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: ReunionModifiee,
  ): Promise<ReunionLue> {
    return this.reunions.update(ctx, id, saisie);
  }

  @Post(':id/transitions')
  @HttpCode(200)
  @Regle('reunion.animer')
  transition(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: TransitionReunion,
  ): Promise<ReunionLue> {
    return this.seances.transition(ctx, id, demande);
  }

  @Put(':id/points')
  @Regle('reunion.animer')
  setPoints(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: OrdreDuJourSaisi,
  ): Promise<ReunionLue> {
    return this.reunions.setPoints(ctx, id, saisie);
  }

  @Get(':id/propositions')
  @Regle('reunion.animer')
  propose(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<PropositionPoint[]> {
    return this.propositions.list(ctx, id);
  }

  @Post(':id/participants')
  @Regle('reunion.animer')
  addParticipant(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: ParticipantSaisi,
  ): Promise<ReunionLue> {
    return this.participants.add(ctx, id, saisie);
  }

  @Patch(':id/participants/:participantId')
  @Regle('reunion.animer')
  setPresence(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('participantId', IdPipe) participantId: string,
    @Body() saisie: PresenceSaisie,
  ): Promise<ReunionLue> {
    return this.participants.setPresence(ctx, id, participantId, saisie);
  }

  @Patch(':id/participants/:participantId/coordonnees')
  @Regle('reunion.animer')
  mendParticipant(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('participantId', IdPipe) participantId: string,
    @Body() saisie: ParticipantModifie,
  ): Promise<ReunionLue> {
    return this.participants.mend(ctx, id, participantId, saisie);
  }

  @Delete(':id/participants/:participantId')
  @HttpCode(204)
  @Regle('reunion.animer')
  removeParticipant(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('participantId', IdPipe) participantId: string,
  ): Promise<void> {
    return this.participants.remove(ctx, id, participantId);
  }

  @Put(':id/sondage')
  @Regle('reunion.animer')
  openPoll(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: SondageSaisi,
  ): Promise<ReunionLue> {
    return this.sondages.open(ctx, id, saisie);
  }

  @Post(':id/sondage/choix')
  @HttpCode(200)
  @Regle('reunion.animer')
  chooseDate(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: CreneauChoisi,
  ): Promise<ReunionLue> {
    return this.sondages.choose(ctx, id, saisie);
  }

  @Get(':id/invitation.ics')
  @Regle('reunion.lire')
  async invitation(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<string> {
    const contenu = await this.invitations.file(ctx, id);
    void reponse
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="reunion.ics"');
    return contenu;
  }
}
