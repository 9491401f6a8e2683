import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ErreurMetier, Introuvable } from '@coopilote/db';
import { Base } from './base';
import { CONFIG, type Config } from './config';
import { registre } from './metriques';
import { Regle, SansBase } from './regle';

@Controller()
export class SanteController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly base: Base,
  ) {}

  @Get('api/health/live')
  @Regle('PUBLIC')
  @SansBase()
  live(): { etat: string } {
    return { etat: 'vivant' };
  }

  @Get('api/health/ready')
  @Regle('PUBLIC')
  @SansBase()
  async ready(): Promise<{ etat: string }> {
    await this.base.ping().catch(() => {
      throw new ErreurMetier('BASE_INJOIGNABLE', 503, 'La base de données ne répond pas.');
    });
    return { etat: 'prêt' };
  }

  /** Prometheus text: loopback, or the token of the installation. */
  @Get('metrics')
  @Regle('PUBLIC')
  @SansBase()
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(@Req() requete: FastifyRequest, @Res() reponse: FastifyReply): Promise<void> {
    const jeton = this.config.jetonMetriques;
    const parJeton = jeton !== null && requete.headers.authorization === `Bearer ${jeton}`;
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(requete.socket.remoteAddress ?? '');
    if (!parJeton && (!local || requete.headers['x-forwarded-for'])) throw new Introuvable();
    await reponse.send(await registre.metrics());
  }
}
