import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import {
  ListesDemandees,
  ValeurListeSaisie,
  ValeurListeModifiee,
  type ValeurListeLue,
} from '@coopilote/domain/referentiel';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { ListeService } from './liste.service';

@Controller('api/listes')
export class ListeController {
  constructor(private readonly listes: ListeService) {}

  @Get()
  @Regle('CONNECTE')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: ListesDemandees): Promise<ValeurListeLue[]> {
    return this.listes.list(ctx, demande);
  }

  @Post()
  @Regle('referentiel.modifier')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: ValeurListeSaisie): Promise<ValeurListeLue> {
    return this.listes.create(ctx, saisie);
  }

  @Patch(':id')
  @Regle('referentiel.modifier')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() modifiee: ValeurListeModifiee,
  ): Promise<ValeurListeLue> {
    return this.listes.update(ctx, id, modifiee);
  }

  @Delete(':id')
  @Regle('referentiel.modifier')
  @HttpCode(204)
  remove(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.listes.remove(ctx, id);
  }
}
