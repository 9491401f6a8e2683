import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Contexte, ContextePersonne } from '@coopilote/db';
import {
  ContributionDemandee,
  ContributionEcrite,
  ContributionFinie,
  type BrouillonEnregistre,
  type ContributionLue,
  type ContributionPublique,
} from '@coopilote/domain/bilans';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { ContributionService } from './contribution.service';

/** What a structure asks of others for its report. */
@Controller('api/bilans-trimestriels/:id/contributions')
export class ContributionController {
  constructor(private readonly contributions: ContributionService) {}

  @Get()
  @Regle('bilan.remplir')
  list(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<ContributionLue[]> {
    return this.contributions.list(ctx, id);
  }

  @Post()
  @Regle('bilan.remplir')
  ask(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: ContributionDemandee,
  ): Promise<ContributionLue[]> {
    return this.contributions.ask(ctx, id, demande);
  }

  @Delete(':contributionId')
  @Regle('bilan.remplir')
  withdraw(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('contributionId', IdPipe) contributionId: string,
  ): Promise<ContributionLue[]> {
    return this.contributions.withdraw(ctx, id, contributionId);
  }
}

/** What a link opens, without an account. */
@Controller('api/contributions')
export class ContributionPubliqueController {
  constructor(private readonly contributions: ContributionService) {}

  @Get(':jeton')
  @Regle('PUBLIC')
  open(@Ctx() ctx: Contexte, @Param('jeton') jeton: string): Promise<ContributionPublique> {
    return this.contributions.open(ctx, jeton);
  }

  @Put(':jeton')
  @Regle('PUBLIC')
  write(
    @Ctx() ctx: Contexte,
    @Param('jeton') jeton: string,
    @Body() saisie: ContributionEcrite,
  ): Promise<Omit<BrouillonEnregistre, 'etat'>> {
    return this.contributions.write(ctx, jeton, saisie);
  }

  @Post(':jeton/fin')
  @HttpCode(200)
  @Regle('PUBLIC')
  finish(
    @Ctx() ctx: Contexte,
    @Param('jeton') jeton: string,
    @Body() { version }: ContributionFinie,
  ): Promise<ContributionPublique> {
    return this.contributions.finish(ctx, jeton, version);
  }
}
