import { Module } from '@nestjs/common';
import { ConsolidationModule } from '../consolidation/consolidation.module';
import { HistoriqueModule } from '../historique/historique.module';
import { PilotageModule } from '../pilotage/pilotage.module';
import { AccueilController } from './accueil.controller';
import { AccueilService } from './accueil.service';

@Module({
  imports: [PilotageModule, ConsolidationModule, HistoriqueModule],
  controllers: [AccueilController],
  providers: [AccueilService],
})
export class AccueilModule {}
