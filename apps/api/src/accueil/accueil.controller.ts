import { Controller, Get, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { RechercheDemandee, type AccueilLu, type ResultatRecherche } from '@coopilote/domain/pilotage';
import { Ctx, Regle } from '../platform/regle';
import { AccueilService } from './accueil.service';

@Controller('api')
export class AccueilController {
  constructor(private readonly accueil: AccueilService) {}

  @Get('accueil')
  @Regle('CONNECTE')
  read(@Ctx() ctx: ContextePersonne): Promise<AccueilLu> {
    return this.accueil.read(ctx);
  }

  @Get('recherche')
  @Regle('cooperative.lire')
  search(@Ctx() ctx: ContextePersonne, @Query() demande: RechercheDemandee): Promise<ResultatRecherche[]> {
    return this.accueil.search(ctx, demande);
  }
}
