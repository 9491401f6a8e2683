import { Module } from '@nestjs/common';
import { DecoupageController } from './decoupage.controller';
import { IndicateurCommunController } from './indicateur-commun.controller';
import { IndicateurCommunService } from './indicateur-commun.service';
import { ListeController } from './liste.controller';
import { ListeService } from './liste.service';

@Module({
  controllers: [DecoupageController, ListeController, IndicateurCommunController],
  providers: [ListeService, IndicateurCommunService],
})
export class ReferentielModule {}
