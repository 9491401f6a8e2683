import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import { Connexion, type CompteDemonstration, type SessionLue } from '@coopilote/domain/comptes';
import { CONFIG, type Config } from '../platform/config';
import { COOKIE_SESSION } from '../platform/jetons';
import { Ctx, Regle, SansBase } from '../platform/regle';
import { ComptesDemonstrationService } from './comptes-demonstration.service';
import { DUREE_SESSION_HEURES, SessionService } from './session.service';

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly demonstration: ComptesDemonstrationService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @Regle('PUBLIC')
  @SansBase()
  async open(
    @Body() connexion: Connexion,
    @Req() requete: FastifyRequest,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<SessionLue> {
    const { jeton, session } = await this.sessions.open(connexion, requete.ip, requete.id);
    reponse.setCookie(COOKIE_SESSION, jeton, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.urlPublique.startsWith('https:'),
      maxAge: DUREE_SESSION_HEURES * 3600,
    });
    return session;
  }

  @Get()
  @Regle('CONNECTE')
  read(@Ctx() ctx: ContextePersonne): SessionLue {
    return this.sessions.read(ctx.identite);
  }

  @Get('comptes-demo')
  @Regle('PUBLIC')
  @SansBase()
  comptesDemonstration(): Promise<CompteDemonstration[]> {
    return this.demonstration.list();
  }

  @Delete()
  @Regle('CONNECTE')
  @HttpCode(204)
  async close(
    @Ctx() ctx: ContextePersonne,
    @Req() requete: FastifyRequest,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<void> {
    await this.sessions.close(ctx, requete.cookies[COOKIE_SESSION] ?? '');
    reponse.clearCookie(COOKIE_SESSION, { path: '/' });
  }
}
