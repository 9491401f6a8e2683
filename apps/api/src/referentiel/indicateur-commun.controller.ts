import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import {
  IndicateursCommunsDemandes,
  IndicateurCommunSaisi,
  IndicateurCommunModifie,
  type IndicateurCommunLu,
} from '@coopilote/domain/referentiel';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { IndicateurCommunService } from './indicateur-commun.service';

@Controller('api/indicateurs-communs')
export class IndicateurCommunController {
  constructor(private readonly indicateurs: IndicateurCommunService) {}

  @Get()
  @Regle('CONNECTE')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: IndicateursCommunsDemandes): Promise<IndicateurCommunLu[]> {
    return this.indicateurs.list(ctx, demande);
  }

  @Post()
  @Regle('referentiel.modifier')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: IndicateurCommunSaisi): Promise<IndicateurCommunLu> {
    return this.indicateurs.create(ctx, saisie);
  }

  @Patch(':id')
  @Regle('referentiel.modifier')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() modifiee: IndicateurCommunModifie,
  ): Promise<IndicateurCommunLu> {
    return this.indicateurs.update(ctx, id, modifiee);
  }

  @Delete(':id')
  @Regle('referentiel.modifier')
  @HttpCode(204)
  remove(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.indicateurs.remove(ctx, id);
  }
}
