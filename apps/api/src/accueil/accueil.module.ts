import { Module } from '@nestjs/common';
import { ConventionsModule } from '../conventions/conventions.module';
import { ConsolidationModule } from '../consolidation/consolidation.module';
import { HistoriqueModule } from '../historique/historique.module';
import { PilotageModule } from '../pilotage/pilotage.module';
import { AccueilController } from './accueil.controller';
import { AccueilService } from './accueil.service';

@Module({
  imports: [PilotageModule, ConventionsModule, ConsolidationModule, HistoriqueModule],
  controllers: [AccueilController],
  providers: [AccueilService],
})
export class AccueilModule {}
