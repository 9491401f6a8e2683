import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import {
  DifferencesDemandees,
  EtatFigeCree,
  EtatsFigesDemandes,
  type DifferencesLues,
  type EtatFigeLu,
  type EtatFigeVerifie,
  type TerritoireFigeable,
} from '@coopilote/domain/etats-figes';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { EtatsFigesService } from './etats-figes.service';

@Controller('api/etats-figes')
export class EtatsFigesController {
  constructor(private readonly etats: EtatsFigesService) {}

  @Get()
  @Regle('consolidation.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: EtatsFigesDemandes): Promise<Page<EtatFigeLu>> {
    return this.etats.list(ctx, demande);
  }

  @Post()
  @Regle('etatFige.figer')
  freeze(@Ctx() ctx: ContextePersonne, @Body() saisie: EtatFigeCree): Promise<EtatFigeLu> {
    return this.etats.freeze(ctx, saisie);
  }

  @Get('territoires')
  @Regle('etatFige.figer')
  territories(@Ctx() ctx: ContextePersonne): Promise<TerritoireFigeable[]> {
    return this.etats.territories(ctx);
  }

  @Get(':id')
  @Regle('consolidation.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<EtatFigeLu> {
    return this.etats.read(ctx, id);
  }

  @Get(':id/verification')
  @Regle('consolidation.lire')
  verify(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<EtatFigeVerifie> {
    return this.etats.verify(ctx, id);
  }

  @Get(':id/differences')
  @Regle('consolidation.lire')
  differences(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() demande: DifferencesDemandees,
  ): Promise<DifferencesLues> {
    return this.etats.differences(ctx, id, demande);
  }
}
