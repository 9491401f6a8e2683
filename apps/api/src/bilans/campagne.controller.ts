import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import {
  CampagneModifiee,
  CampagnesDemandees,
  CloturesDemandees,
  TransitionCampagneDemandee,
  type CampagneLigne,
  type CampagnesLues,
  type CloturesFaites,
} from '@coopilote/domain/bilans';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { CampagneService } from './campagne.service';

@Controller('api/campagnes')
export class CampagneController {
  constructor(private readonly campagnes: CampagneService) {}

  @Get()
  @Regle('campagne.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: CampagnesDemandees): Promise<CampagnesLues> {
    return this.campagnes.list(ctx, demande);
  }

  @Post('clotures')
  @HttpCode(200)
  @Regle('campagne.conduire')
  closeMany(@Ctx() ctx: ContextePersonne, @Body() demande: CloturesDemandees): Promise<CloturesFaites> {
    return this.campagnes.closeMany(ctx, demande);
  }

  @Patch(':id')
  @Regle('campagne.conduire')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: CampagneModifiee,
  ): Promise<CampagneLigne> {
    return this.campagnes.update(ctx, id, saisie);
  }

  @Post(':id/transitions')
  @HttpCode(200)
  @Regle('campagne.conduire')
  move(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: TransitionCampagneDemandee,
  ): Promise<CampagneLigne> {
    return this.campagnes.move(ctx, id, demande);
  }

  @Post(':id/relances')
  @HttpCode(202)
  @Regle('campagne.conduire')
  remind(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.campagnes.remind(ctx, id);
  }
}
