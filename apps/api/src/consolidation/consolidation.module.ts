import { Module } from '@nestjs/common';
import { ConsolidationController } from './consolidation.controller';
import { ConsolidationService } from './consolidation.service';
import { DonneesOuvertesController } from './donnees-ouvertes.controller';
import { DonneesOuvertesService } from './donnees-ouvertes.service';

@Module({
  controllers: [ConsolidationController, DonneesOuvertesController],
  providers: [ConsolidationService, DonneesOuvertesService],
  exports: [ConsolidationService],
})
export class ConsolidationModule {}
