import { Module } from '@nestjs/common';
import { ConventionsModule } from '../conventions/conventions.module';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { FinancementModule } from '../financement/financement.module';
import { HistoriqueModule } from '../historique/historique.module';
import { AFaireService } from './a-faire.service';
import { SyntheseService } from './synthese.service';
import { TableauxController } from './tableaux.controller';
import { TableauxService } from './tableaux.service';

@Module({
  imports: [ConventionsModule, CooperativesModule, FinancementModule, HistoriqueModule],
  controllers: [TableauxController],
  providers: [TableauxService, SyntheseService, AFaireService],
  exports: [AFaireService, TableauxService],
})
export class PilotageModule {}
