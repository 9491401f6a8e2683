import { Controller, Get, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import { EnvoisDemandes, type EnvoiLu } from '@coopilote/domain/comptes';
import { Ctx, Regle } from '../platform/regle';
import { EnvoisService } from './envoi.service';

@Controller('api/envois')
export class EnvoiController {
  constructor(private readonly envois: EnvoisService) {}

  @Get()
  @Regle('envoi.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: EnvoisDemandes): Promise<Page<EnvoiLu>> {
    return this.envois.list(ctx, demande);
  }
}
