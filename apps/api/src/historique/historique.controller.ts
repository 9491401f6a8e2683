import { Controller, Get, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import { HistoriqueDemande, type ChangementLu } from '@coopilote/domain/historique';
import { Ctx, Regle } from '../platform/regle';
import { HistoriqueService } from './historique.service';

@Controller('api/historique')
export class HistoriqueController {
  constructor(private readonly historique: HistoriqueService) {}

  @Get()
  @Regle('historique.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: HistoriqueDemande): Promise<Page<ChangementLu>> {
    return this.historique.list(ctx, demande);
  }
}
