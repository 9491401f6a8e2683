import { Controller, Get, Header, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import {
  FiltresConsolidation,
  GroupesDemandes,
  type ConsolidationLigne,
  type IndicateurConsolide,
  type SourceConsolidation,
} from '@coopilote/domain/consolidation';
import { Ctx, Regle } from '../platform/regle';
import { ConsolidationService } from './consolidation.service';

@Controller('api/consolidation')
export class ConsolidationController {
  constructor(private readonly consolidation: ConsolidationService) {}

  @Get()
  @Regle('consolidation.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() filtres: FiltresConsolidation): Promise<Page<ConsolidationLigne>> {
    return this.consolidation.list(ctx, filtres);
  }

  /** Answers a `GroupesConsolidation`. */
  @Get('groupes')
  @Header('content-type', 'application/json; charset=utf-8')
  @Regle('consolidation.lire')
  groups(@Ctx() ctx: ContextePersonne, @Query() demande: GroupesDemandes): Promise<string> {
    return this.consolidation.groupsAsJson(ctx, demande);
  }

  @Get('indicateurs')
  @Regle('consolidation.lire')
  indicators(@Ctx() ctx: ContextePersonne, @Query() filtres: FiltresConsolidation): Promise<IndicateurConsolide[]> {
    return this.consolidation.indicators(ctx, filtres);
  }

  @Get('sources')
  @Regle('consolidation.lire')
  sources(@Ctx() ctx: ContextePersonne, @Query() filtres: FiltresConsolidation): Promise<Page<SourceConsolidation>> {
    return this.consolidation.sources(ctx, filtres, false);
  }

  @Get('sources/manquantes')
  @Regle('consolidation.lire')
  missing(@Ctx() ctx: ContextePersonne, @Query() filtres: FiltresConsolidation): Promise<Page<SourceConsolidation>> {
    return this.consolidation.sources(ctx, filtres, true);
  }
}
