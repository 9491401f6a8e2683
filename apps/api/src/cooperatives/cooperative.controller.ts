import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import {
  CooperativeCreee,
  CooperativeModifiee,
  CooperativesDemandees,
  PhaseChangee,
  type CooperativeLigne,
  type CooperativeLue,
} from '@coopilote/domain/cooperatives';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { CooperativeService } from './cooperative.service';
import type { CoordinateurPossible } from './coordination.queries';
import { CoordinationService } from './coordination.service';

@Controller('api/cooperatives')
export class CooperativeController {
  constructor(
    private readonly cooperatives: CooperativeService,
    private readonly coordination: CoordinationService,
  ) {}

  @Get()
  @Regle('cooperative.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: CooperativesDemandees): Promise<Page<CooperativeLigne>> {
    return this.cooperatives.list(ctx, demande);
  }

  @Post()
  @Regle('cooperative.creer')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: CooperativeCreee): Promise<CooperativeLue> {
    return this.cooperatives.create(ctx, saisie);
  }

  /** Persons who can be named on a CA to create: `?departement=93`. */
  @Get('coordinateurs-possibles')
  @Regle('compte.nommer')
  coordinateursDuDepartement(
    @Ctx() ctx: ContextePersonne,
    @Query('departement') departement?: string,
  ): Promise<CoordinateurPossible[]> {
    return this.cooperatives.coordinateursPossibles(ctx, String(departement ?? ''));
  }

  @Get(':id')
  @Regle('cooperative.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<CooperativeLue> {
    return this.cooperatives.read(ctx, id);
  }

  @Patch(':id')
  @Regle('cooperative.modifier')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: CooperativeModifiee,
  ): Promise<CooperativeLue> {
    return this.cooperatives.update(ctx, id, saisie);
  }

  @Post(':id/phase')
  @HttpCode(200)
  @Regle('cooperative.modifier')
  changePhase(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: PhaseChangee,
  ): Promise<CooperativeLue> {
    return this.cooperatives.changePhase(ctx, id, demande);
  }

  @Get(':id/coordinateurs-possibles')
  @Regle('compte.nommer')
  coordinateurs(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<CoordinateurPossible[]> {
    return this.coordination.listFor(ctx, id);
  }
}
