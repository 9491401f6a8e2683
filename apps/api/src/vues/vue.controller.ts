import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { SuiviVue, VueCreee, VueModifiee, type PartageOffert, type VueLue } from '@coopilote/domain/vues';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { VuesService } from './vue.service';

@Controller('api/vues')
export class VueController {
  constructor(private readonly vues: VuesService) {}

  @Get()
  @Regle('consolidation.lire')
  list(@Ctx() ctx: ContextePersonne): Promise<VueLue[]> {
    return this.vues.list(ctx);
  }

  @Get('partages')
  @Regle('consolidation.lire')
  offers(@Ctx() ctx: ContextePersonne): Promise<PartageOffert[]> {
    return this.vues.offers(ctx);
  }

  @Post()
  @Regle('consolidation.lire')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: VueCreee): Promise<VueLue> {
    return this.vues.create(ctx, saisie);
  }

  @Patch(':id')
  @Regle('consolidation.lire')
  update(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string, @Body() saisie: VueModifiee): Promise<VueLue> {
    return this.vues.update(ctx, id, saisie);
  }

  @Delete(':id')
  @HttpCode(204)
  @Regle('consolidation.lire')
  remove(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.vues.remove(ctx, id);
  }

  @Put(':id/suivi')
  @Regle('consolidation.lire')
  follow(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string, @Body() saisie: SuiviVue): Promise<VueLue> {
    return this.vues.follow(ctx, id, saisie);
  }
}
