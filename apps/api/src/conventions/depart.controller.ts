import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { ConsultationSaisie, DepartDemande, type ConventionLue } from '@coopilote/domain/conventions';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { DepartService } from './depart.service';

/** Members that leave a convention at its annual deadline. */
@Controller('api/conventions/:id/departs')
export class DepartController {
  constructor(private readonly departs: DepartService) {}

  @Post()
  @Regle('convention.quitter')
  ask(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: DepartDemande,
  ): Promise<ConventionLue> {
    return this.departs.ask(ctx, id, saisie);
  }

  @Put(':departId/consultation')
  @Regle('convention.engager')
  consult(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('departId', IdPipe) departId: string,
    @Body() saisie: ConsultationSaisie,
  ): Promise<ConventionLue> {
    return this.departs.consult(ctx, id, departId, saisie);
  }

  @Delete(':departId')
  @Regle('convention.quitter')
  withdraw(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('departId', IdPipe) departId: string,
  ): Promise<ConventionLue> {
    return this.departs.withdraw(ctx, id, departId);
  }
}
