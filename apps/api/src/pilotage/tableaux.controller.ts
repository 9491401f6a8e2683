import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { SyntheseLue } from '@coopilote/domain/cooperatives';
import { TrimestreDemande, type SuiviActions, type SuiviIndicateurs } from '@coopilote/domain/pilotage';
import { Ctx, IdPipe, Regle } from '../platform/regle';
import { SyntheseService } from './synthese.service';
import { TableauxService } from './tableaux.service';

@Controller('api/cooperatives')
export class TableauxController {
  constructor(
    private readonly tableaux: TableauxService,
    private readonly syntheses: SyntheseService,
  ) {}

  @Get(':id/indicateurs')
  @Regle('tableaux.lire')
  indicators(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() demande: TrimestreDemande,
  ): Promise<SuiviIndicateurs> {
    return this.tableaux.indicators(ctx, id, demande);
  }

  @Get(':id/suivi-actions')
  @Regle('tableaux.lire')
  actions(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() demande: TrimestreDemande,
  ): Promise<SuiviActions> {
    return this.tableaux.actions(ctx, id, demande);
  }

  @Get(':id/synthese')
  @Regle('cooperative.lire')
  synthesis(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<SyntheseLue> {
    return this.syntheses.read(ctx, id);
  }
}
