import { Module, type OnModuleInit } from '@nestjs/common';
import { ConventionsModule } from '../conventions/conventions.module';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { Cibles } from '../pieces/cibles';
import { PiecesModule } from '../pieces/pieces.module';
import { ActeController } from './acte.controller';
import { ActeService } from './acte.service';
import { CompteRenduFinancierController } from './compte-rendu.controller';
import { CompteRenduFinancierService } from './compte-rendu.service';
import { EngagementController } from './engagement.controller';
import { EngagementService } from './engagement.service';
import { FinancementController } from './financement.controller';
import { FinancementService } from './financement.service';
import { ReportService } from './report.service';
import { VersementService } from './versement.service';

@Module({
  imports: [ConventionsModule, CooperativesModule, PiecesModule],
  controllers: [FinancementController, EngagementController, ActeController, CompteRenduFinancierController],
  providers: [
    FinancementService,
    EngagementService,
    VersementService,
    ReportService,
    ActeService,
    CompteRenduFinancierService,
  ],
  exports: [ActeService, EngagementService],
})
export class FinancementModule implements OnModuleInit {
  constructor(
    private readonly cibles: Cibles,
    private readonly actes: ActeService,
  ) {}

  onModuleInit(): void {
    this.cibles.declarer(
      'ACTE_FINANCEMENT',
      (ctx, id) => this.actes.cooperativeOf(ctx, id),
      (ctx, id) => this.actes.keepPieces(ctx, id),
    );
  }
}
