import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { IndicateurCree, IndicateurModifie, IndicateursDemandes, type IndicateurLu } from '@coopilote/domain/actions';
import type { Page } from '@coopilote/domain/commun';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { IndicateurService } from './indicateur.service';

@Controller('api/indicateurs')
export class IndicateurController {
  constructor(private readonly indicateurs: IndicateurService) {}

  /** Indicators of one fiche-action: `?ficheAction=…`. */
  @Get()
  @Regle('fiche.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: IndicateursDemandes): Promise<Page<IndicateurLu>> {
    return this.indicateurs.list(ctx, demande);
  }

  @Post()
  @Regle('fiche.rediger')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: IndicateurCree): Promise<IndicateurLu> {
    return this.indicateurs.create(ctx, saisie);
  }

  @Patch(':id')
  @Regle('fiche.rediger')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: IndicateurModifie,
  ): Promise<IndicateurLu> {
    return this.indicateurs.update(ctx, id, saisie);
  }

  @Delete(':id')
  @HttpCode(204)
  @Regle('fiche.rediger')
  async delete(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    await this.indicateurs.delete(ctx, id);
  }
}
