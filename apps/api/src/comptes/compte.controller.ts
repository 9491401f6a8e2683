import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import { CompteInvite, CompteModifie, ComptesDemandes, type CompteLu } from '@coopilote/domain/comptes';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { CompteService } from './compte.service';
import { InvitationService } from './invitation.service';

@Controller('api/utilisateurs')
export class CompteController {
  constructor(
    private readonly comptes: CompteService,
    private readonly invitations: InvitationService,
  ) {}

  @Get()
  @Regle('compte.nommer')
  list(@Ctx() ctx: ContextePersonne, @Query() demande: ComptesDemandes): Promise<Page<CompteLu>> {
    return this.comptes.list(ctx, demande);
  }

  @Get(':id')
  @Regle('compte.nommer')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<CompteLu> {
    return this.comptes.read(ctx, id);
  }

  @Post()
  @Regle('compte.nommer')
  invite(@Ctx() ctx: ContextePersonne, @Body() invite: CompteInvite): Promise<CompteLu> {
    return this.invitations.invite(ctx, invite);
  }

  @Patch(':id')
  @Regle('compte.gerer')
  update(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() modifie: CompteModifie,
  ): Promise<CompteLu> {
    return this.comptes.update(ctx, id, modifie);
  }

  @Post(':id/invitation')
  @Regle('compte.nommer')
  @HttpCode(200)
  inviteAgain(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<CompteLu> {
    return this.invitations.inviteAgain(ctx, id);
  }

  @Post(':id/desactivation')
  @Regle('compte.gerer')
  @HttpCode(200)
  deactivate(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<CompteLu> {
    return this.comptes.deactivate(ctx, id);
  }

  @Post(':id/reactivation')
  @Regle('compte.gerer')
  @HttpCode(200)
  reactivate(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<CompteLu> {
    return this.comptes.reactivate(ctx, id);
  }

  @Delete(':id/attributions/:attributionId')
  @Regle('compte.nommer')
  @HttpCode(204)
  removeRole(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('attributionId', IdPipe) attributionId: string,
  ): Promise<void> {
    return this.comptes.removeRole(ctx, id, attributionId);
  }
}
