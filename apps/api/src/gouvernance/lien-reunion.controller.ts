import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Contexte, ContextePersonne } from '@coopilote/db';
import {
  CodePresence,
  Emargement,
  ReponsesSondage,
  type AgendaLu,
  type BilletPresence,
  type SondagePublic,
} from '@coopilote/domain/gouvernance';
import { Ctx, Regle, SansBase } from '../platform/regle';
import { AgendaService } from './agenda.service';
import { PresenceService } from './presence.service';
import { SondageService } from './sondage.service';

/** What opens by a link, without an account: a poll's answers, a signature in the room, a calendar. */
@Controller('api')
export class LienReunionController {
  constructor(
    private readonly sondages: SondageService,
    private readonly presences: PresenceService,
    private readonly agendas: AgendaService,
  ) {}

  @Get('sondages/:lien')
  @Regle('PUBLIC')
  readPoll(@Ctx() ctx: Contexte, @Param('lien') lien: string): Promise<SondagePublic> {
    return this.sondages.read(ctx, lien);
  }

  @Post('sondages/:lien')
  @HttpCode(200)
  @Regle('PUBLIC')
  answerPoll(
    @Ctx() ctx: Contexte,
    @Param('lien') lien: string,
    @Body() saisie: ReponsesSondage,
  ): Promise<SondagePublic> {
    return this.sondages.answer(ctx, lien, saisie);
  }

  @Post('presences')
  @HttpCode(200)
  @Regle('PUBLIC')
  scan(@Ctx() ctx: Contexte, @Body() saisie: CodePresence): Promise<BilletPresence> {
    return this.presences.open(ctx, saisie);
  }

  @Post('presences/:billet')
  @HttpCode(200)
  @Regle('PUBLIC')
  sign(@Ctx() ctx: Contexte, @Param('billet') billet: string, @Body() saisie: Emargement): Promise<{ nom: string }> {
    return this.presences.sign(ctx, billet, saisie);
  }

  @Get('agenda')
  @Regle('CONNECTE')
  readAgenda(@Ctx() ctx: ContextePersonne): Promise<AgendaLu> {
    return this.agendas.read(ctx);
  }

  @Post('agenda')
  @Regle('CONNECTE')
  createAgenda(@Ctx() ctx: ContextePersonne): Promise<{ adresse: string }> {
    return this.agendas.create(ctx);
  }

  @Delete('agenda')
  @HttpCode(204)
  @Regle('CONNECTE')
  revokeAgenda(@Ctx() ctx: ContextePersonne): Promise<void> {
    return this.agendas.revoke(ctx);
  }

  /** The secret is who asks: the transaction opens with it (AgendaService). */
  @Get('agenda/:secret/coopilote.ics')
  @Regle('PUBLIC')
  @SansBase()
  async calendar(@Param('secret') secret: string, @Res({ passthrough: true }) reponse: FastifyReply): Promise<string> {
    const contenu = await this.agendas.calendar(secret);
    void reponse.type('text/calendar; charset=utf-8').header('cache-control', 'private, max-age=900');
    return contenu;
  }
}
