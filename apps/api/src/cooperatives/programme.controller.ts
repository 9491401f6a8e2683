import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import {
  AdhesionModifiee,
  AdhesionSaisie,
  ObjectifModifie,
  ObjectifSaisi,
  type AdhesionLue,
  type ObjectifLu,
  type ProgrammeLu,
} from '@coopilote/domain/cooperatives';
import { EtapeModifiee, EtapeSaisie, type EtapeLue, type TableauDeBord } from '@coopilote/domain/pilotage';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { AdhesionService } from './adhesion.service';
import { EtapeService } from './etape.service';
import { ObjectifService } from './objectif.service';

/** What a CA is made of: member structures, objectives, steps of T1. */
@Controller('api/cooperatives/:cooperativeId')
export class ProgrammeController {
  constructor(
    private readonly adhesions: AdhesionService,
    private readonly objectifs: ObjectifService,
    private readonly etapes: EtapeService,
  ) {}

  @Get('adhesions')
  @Regle('cooperative.lire')
  listAdhesions(@Ctx() ctx: ContextePersonne, @Param('cooperativeId', IdPipe) ca: string): Promise<AdhesionLue[]> {
    return this.adhesions.list(ctx, ca);
  }

  @Post('adhesions')
  @Regle('adhesion.modifier')
  createAdhesion(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) ca: string,
    @Body() saisie: AdhesionSaisie,
  ): Promise<AdhesionLue> {
    return this.adhesions.create(ctx, ca, saisie);
  }

  @Patch('adhesions/:id')
  @Regle('adhesion.modifier')
  updateAdhesion(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) ca: string,
    @Param('id', IdPipe) id: string,
    @Body() saisie: AdhesionModifiee,
  ): Promise<AdhesionLue> {
    return this.adhesions.update(ctx, ca, id, saisie);
  }

  @Get('programme')
  @Regle('fiche.lire')
  programme(@Ctx() ctx: ContextePersonne, @Param('cooperativeId', IdPipe) ca: string): Promise<ProgrammeLu> {
    return this.objectifs.programme(ctx, ca);
  }

  @Get('objectifs')
  @Regle('cooperative.lire')
  listObjectifs(@Ctx() ctx: ContextePersonne, @Param('cooperativeId', IdPipe) ca: string): Promise<ObjectifLu[]> {
    return this.objectifs.list(ctx, ca);
  }

  @Post('objectifs')
  @Regle('objectif.modifier')
  createObjectif(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) ca: string,
    @Body() saisie: ObjectifSaisi,
  ): Promise<ObjectifLu> {
    return this.objectifs.create(ctx, ca, saisie);
  }

  @Patch('objectifs/:id')
  @Regle('objectif.modifier')
  updateObjectif(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) ca: string,
    @Param('id', IdPipe) id: string,
    @Body() saisie: ObjectifModifie,
  ): Promise<ObjectifLu> {
    return this.objectifs.update(ctx, ca, id, saisie);
  }

  @Delete('objectifs/:id')
  @HttpCode(204)
  @Regle('objectif.modifier')
  async deleteObjectif(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) ca: string,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.objectifs.delete(ctx, ca, id);
  }

  @Get('tableau-de-bord')
  @Regle('tableaux.lire')
  tableauDeBord(@Ctx() ctx: ContextePersonne, @Param('cooperativeId', IdPipe) ca: string): Promise<TableauDeBord> {
    return this.etapes.tableauDeBord(ctx, ca);
  }

  @Post('etapes')
  @Regle('etape.modifier')
  createEtape(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) ca: string,
    @Body() saisie: EtapeSaisie,
  ): Promise<EtapeLue> {
    return this.etapes.create(ctx, ca, saisie);
  }

  @Patch('etapes/:id')
  @Regle('etape.modifier')
  updateEtape(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) ca: string,
    @Param('id', IdPipe) id: string,
    @Body() saisie: EtapeModifiee,
  ): Promise<EtapeLue> {
    return this.etapes.update(ctx, ca, id, saisie);
  }

  @Delete('etapes/:id')
  @HttpCode(204)
  @Regle('etape.modifier')
  async deleteEtape(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) ca: string,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.etapes.delete(ctx, ca, id);
  }
}
