import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import {
  InstanceModifiee,
  InstanceSaisie,
  MembreModifie,
  MembreSaisi,
  type GouvernanceLue,
  type InstanceLue,
} from '@coopilote/domain/gouvernance';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { InstanceService } from './instance.service';

/** Instances of a CA and their seats. */
@Controller('api')
export class InstanceController {
  constructor(private readonly instances: InstanceService) {}

  @Get('cooperatives/:cooperativeId/gouvernance')
  @Regle('reunion.lire')
  gouvernance(@Ctx() ctx: ContextePersonne, @Param('cooperativeId', IdPipe) ca: string): Promise<GouvernanceLue> {
    return this.instances.gouvernance(ctx, ca);
  }

  @Post('cooperatives/:cooperativeId/instances')
  @Regle('instance.modifier')
  create(
    @Ctx() ctx: ContextePersonne,
    @Param('cooperativeId', IdPipe) ca: string,
    @Body() saisie: InstanceSaisie,
  ): Promise<InstanceLue> {
    return this.instances.create(ctx, ca, saisie);
  }

  @Patch('instances/:id')
  @Regle('instance.modifier')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: InstanceModifiee,
  ): Promise<InstanceLue> {
    return this.instances.update(ctx, id, saisie);
  }

  @Delete('instances/:id')
  @HttpCode(204)
  @Regle('instance.modifier')
  delete(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.instances.delete(ctx, id);
  }

  @Post('instances/:id/membres')
  @Regle('instance.modifier')
  addMembre(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: MembreSaisi,
  ): Promise<InstanceLue> {
    return this.instances.addMembre(ctx, id, saisie);
  }

  @Post('instances/:id/membres-proposes')
  @HttpCode(200)
  @Regle('instance.modifier')
  addProposes(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<InstanceLue> {
    return this.instances.addProposes(ctx, id);
  }

  @Patch('instances/:id/membres/:membreId')
  @Regle('instance.modifier')
  updateMembre(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('membreId', IdPipe) membreId: string,
    @Body() saisie: MembreModifie,
  ): Promise<InstanceLue> {
    return this.instances.updateMembre(ctx, id, membreId, saisie);
  }

  @Delete('instances/:id/membres/:membreId')
  @HttpCode(204)
  @Regle('instance.modifier')
  deleteMembre(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('membreId', IdPipe) membreId: string,
  ): Promise<void> {
    return this.instances.deleteMembre(ctx, id, membreId);
  }
}
