import { Controller, Get, Query } from '@nestjs/common';
import type { Contexte } from '@coopilote/db';
import {
  CommunesDemandees,
  DepartementsDemandes,
  IntercommunalitesDemandees,
  type CommuneLue,
  type DepartementLu,
  type IntercommunaliteLue,
  type RegionLue,
} from '@coopilote/domain/referentiel';
import { Ctx, Regle } from '../platform/regle';
import { listDepartements, listRegions, searchCommunes, searchIntercommunalites } from './decoupage.queries';

/** Official geography: public reference, the same for everybody signed in. */
@Controller('api/referentiel')
export class DecoupageController {
  @Get('regions')
  @Regle('CONNECTE')
  regions(@Ctx() ctx: Contexte): Promise<RegionLue[]> {
    return listRegions(ctx);
  }

  @Get('departements')
  @Regle('CONNECTE')
  departements(@Ctx() ctx: Contexte, @Query() demande: DepartementsDemandes): Promise<DepartementLu[]> {
    return listDepartements(ctx, demande.region);
  }

  @Get('communes')
  @Regle('CONNECTE')
  communes(@Ctx() ctx: Contexte, @Query() demande: CommunesDemandees): Promise<CommuneLue[]> {
    return searchCommunes(ctx, demande);
  }

  @Get('epci')
  @Regle('CONNECTE')
  intercommunalites(
    @Ctx() ctx: Contexte,
    @Query() demande: IntercommunalitesDemandees,
  ): Promise<IntercommunaliteLue[]> {
    return searchIntercommunalites(ctx, demande);
  }
}
