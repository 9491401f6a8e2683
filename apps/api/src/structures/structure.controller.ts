import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import type { CompteStructureLu } from '@coopilote/domain/comptes';
import {
  DoublonsDemandes,
  InvitationPartenaire,
  StructureModifiee,
  StructureSaisie,
  StructuresDemandees,
  type Doublon,
  type StructureLigne,
  type StructureLue,
} from '@coopilote/domain/structures';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { AccesService } from './acces.service';
import { StructureService } from './structure.service';

@Controller('api/structures')
export class StructureController {
  constructor(
    private readonly structures: StructureService,
    private readonly acces: AccesService,
  ) {}

  @Get()
  @Regle('structure.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: StructuresDemandees): Promise<Page<StructureLigne>> {
    return this.structures.list(ctx, demande);
  }

  @Post()
  @Regle('structure.creer')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: StructureSaisie): Promise<StructureLue> {
    return this.structures.create(ctx, saisie);
  }

  @Get('doublons')
  @Regle('structure.creer')
  doublons(@Ctx() ctx: ContextePersonne, @Query() demande: DoublonsDemandes): Promise<Doublon[]> {
    return this.structures.doublons(ctx, demande);
  }

  @Get(':id')
  @Regle('structure.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<StructureLue> {
    return this.structures.read(ctx, id);
  }

  @Patch(':id')
  @Regle('structure.modifier')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() modifiee: StructureModifiee,
  ): Promise<StructureLue> {
    return this.structures.update(ctx, id, modifiee);
  }

  @Get(':id/comptes')
  @Regle('structure.inviter')
  comptes(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<CompteStructureLu[]> {
    return this.acces.list(ctx, id);
  }

  @Post(':id/invitations')
  @Regle('structure.inviter')
  invite(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() personne: InvitationPartenaire,
  ): Promise<CompteStructureLu> {
    return this.acces.invite(ctx, id, personne);
  }
}
