import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { BudgetSaisi, FinancementDemande, RepartitionSaisie, type FinancementLu } from '@coopilote/domain/financement';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { EngagementService } from './engagement.service';
import { FinancementService } from './financement.service';

/** The money of a CA, year by year. */
@Controller('api/cooperatives/:cooperativeId')
export class FinancementController {
  constructor(
    private readonly financement: FinancementService,
    private readonly engagements: EngagementService,
  ) {}

  @Get('financement')
  @Regle('budget.lire')
  read(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) id: string,
    @Query() { annee }: FinancementDemande,
  ): Promise<FinancementLu> {
    return this.financement.read(ctx, id, annee ?? null);
  }

  @Put('budgets/:annee')
  @Regle('engagement.modifier')
  setBudget(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) id: string,
    @Param('annee', ParseIntPipe) annee: number,
    @Body() saisie: BudgetSaisi,
  ): Promise<FinancementLu> {
    return this.financement.setBudget(ctx, id, annee, saisie);
  }

  @Post('repartitions')
  @HttpCode(200)
  @Regle('engagement.modifier')
  async split(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) id: string,
    @Body() saisie: RepartitionSaisie,
  ): Promise<FinancementLu> {
    await this.engagements.split(ctx, id, saisie);
    return this.financement.read(ctx, id, saisie.annee);
  }
}
