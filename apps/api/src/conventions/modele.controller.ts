import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { ModeleSaisi, type ApercuModele, type ModeleLu } from '@coopilote/domain/conventions';
import { Ctx, Regle } from '../platform/regle';
import { ModeleService } from './modele.service';

/** Template of a region's conventions. */
@Controller('api/regions/:region/modele-convention')
export class ModeleController {
  constructor(private readonly modeles: ModeleService) {}

  @Get()
  @Regle('modele.modifier')
  read(@Ctx() ctx: ContextePersonne, @Param('region') region: string): Promise<ModeleLu> {
    return this.modeles.read(ctx, region);
  }

  @Put()
  @Regle('modele.modifier')
  save(@Ctx() ctx: ContextePersonne, @Param('region') region: string, @Body() saisie: ModeleSaisi): Promise<ModeleLu> {
    return this.modeles.save(ctx, region, saisie);
  }

  @Post('apercu')
  @HttpCode(200)
  @Regle('modele.modifier')
  preview(
    @Ctx() ctx: ContextePersonne,
    @Param('region') region: string,
    @Body() saisie: ModeleSaisi,
  ): Promise<ApercuModele> {
    return this.modeles.preview(ctx, region, saisie);
  }
}
