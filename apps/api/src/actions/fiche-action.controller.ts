import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import {
  FicheActionCreee,
  FicheActionModifiee,
  FichesActionsDemandees,
  TransitionFicheDemandee,
  type FicheActionLigne,
  type FicheActionLue,
} from '@coopilote/domain/actions';
import { NiveauBilanChoisi } from '@coopilote/domain/bilans';
import type { Page } from '@coopilote/domain/commun';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { FicheActionService } from './fiche-action.service';
import { TransitionService } from './transition.service';

@Controller('api/fiches-actions')
export class FicheActionController {
  constructor(
    private readonly fiches: FicheActionService,
    private readonly transitions: TransitionService,
  ) {}

  @Get()
  @Regle('fiche.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: FichesActionsDemandees): Promise<Page<FicheActionLigne>> {
    return this.fiches.list(ctx, demande);
  }

  @Post()
  @Regle('fiche.rediger')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: FicheActionCreee): Promise<FicheActionLue> {
    return this.fiches.create(ctx, saisie);
  }

  @Get(':id')
  @Regle('fiche.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<FicheActionLue> {
    return this.fiches.read(ctx, id);
  }

  @Patch(':id')
  @Regle('fiche.rediger')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: FicheActionModifiee,
  ): Promise<FicheActionLue> {
    return this.fiches.update(ctx, id, saisie);
  }

  @Put(':id/niveau-bilan')
  @Regle('bilan.valider')
  setReportLevel(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() choix: NiveauBilanChoisi,
  ): Promise<FicheActionLue> {
    return this.fiches.setReportLevel(ctx, id, choix);
  }

  @Post(':id/transitions')
  @HttpCode(200)
  @Regle('fiche.rediger')
  transition(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: TransitionFicheDemandee,
  ): Promise<FicheActionLue> {
    return this.transitions.apply(ctx, id, demande);
  }
}
