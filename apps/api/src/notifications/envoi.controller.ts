import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page, TravailLu } from '@coopilote/domain/commun';
import { EnvoisDemandes, type EnvoiLu } from '@coopilote/domain/notifications';
import { Travaux } from '../platform/jobs/travaux';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { EnvoisService } from './envoi.service';

@Controller('api')
export class EnvoiController {
  constructor(
    private readonly envois: EnvoisService,
    private readonly travaux: Travaux,
  ) {}

  @Get('envois')
  @Regle('envoi.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: EnvoisDemandes): Promise<Page<EnvoiLu>> {
    return this.envois.list(ctx, demande);
  }

  @Post('envois/:id/nouvel-essai')
  @Regle('envoi.reessayer')
  @HttpCode(204)
  reessayer(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.envois.reessayer(ctx, id);
  }

  /** Counts and dates of the whole installation: they say nothing of anybody. */
  @Get('travaux')
  @Regle('envoi.lire')
  travauxLus(@Ctx() ctx: ContextePersonne): Promise<TravailLu[]> {
    return this.travaux.lister(ctx);
  }
}
