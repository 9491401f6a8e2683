import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import {
  EngagementCree,
  EngagementModifie,
  EngagementsDemandes,
  ReportDemande,
  TotauxFinancementDemandes,
  VersementModifie,
  VersementSaisi,
  type EngagementLigne,
  type EngagementLu,
  type TotauxFinancement,
} from '@coopilote/domain/financement';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { EngagementService } from './engagement.service';
import { ReportService } from './report.service';
import { VersementService } from './versement.service';

@Controller('api/engagements')
export class EngagementController {
  constructor(
    private readonly engagements: EngagementService,
    private readonly versements: VersementService,
    private readonly reports: ReportService,
  ) {}

  @Get()
  @Regle('engagement.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() filtres: EngagementsDemandes): Promise<Page<EngagementLigne>> {
    return this.engagements.list(ctx, filtres);
  }

  @Get('totaux')
  @Regle('engagement.lire')
  totals(@Ctx() ctx: ContextePersonne, @Query() demande: TotauxFinancementDemandes): Promise<TotauxFinancement> {
    return this.engagements.totals(ctx, demande);
  }

  @Post()
  @Regle('engagement.modifier')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: EngagementCree): Promise<EngagementLu> {
    return this.engagements.create(ctx, saisie);
  }

  @Get(':id')
  @Regle('engagement.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<EngagementLu> {
    return this.engagements.read(ctx, id);
  }

  @Patch(':id')
  @Regle('engagement.modifier')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: EngagementModifie,
  ): Promise<EngagementLu> {
    return this.engagements.update(ctx, id, saisie);
  }

  @Delete(':id')
  @HttpCode(204)
  @Regle('engagement.modifier')
  delete(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.engagements.delete(ctx, id);
  }

  @Post(':id/report')
  @Regle('engagement.modifier')
  carryOver(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() { version }: ReportDemande,
  ): Promise<EngagementLu> {
    return this.reports.create(ctx, id, version);
  }

  @Post(':id/versements')
  @Regle('engagement.modifier')
  pay(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: VersementSaisi,
  ): Promise<EngagementLu> {
    return this.versements.create(ctx, id, saisie);
  }

  @Patch(':id/versements/:versementId')
  @Regle('engagement.modifier')
  updatePayment(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('versementId', IdPipe) versementId: string,
    @Body() saisie: VersementModifie,
  ): Promise<EngagementLu> {
    return this.versements.update(ctx, id, versementId, saisie);
  }

  @Delete(':id/versements/:versementId')
  @HttpCode(204)
  @Regle('engagement.modifier')
  deletePayment(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('versementId', IdPipe) versementId: string,
  ): Promise<void> {
    return this.versements.delete(ctx, id, versementId);
  }
}
