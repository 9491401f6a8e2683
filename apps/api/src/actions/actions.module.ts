import { Module } from '@nestjs/common';
import { BilansModule } from '../bilans/bilans.module';
import { ConventionsModule } from '../conventions/conventions.module';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { FicheAcces } from './fiche-acces.service';
import { FicheActionController } from './fiche-action.controller';
import { FicheActionService } from './fiche-action.service';
import { IndicateurController } from './indicateur.controller';
import { IndicateurService } from './indicateur.service';
import { RepriseActions } from './reprise.service';
import { TransitionService } from './transition.service';
import { FicheVerification } from './verification.service';

@Module({
  imports: [ConventionsModule, CooperativesModule, BilansModule],
  controllers: [FicheActionController, IndicateurController],
  providers: [FicheAcces, FicheVerification, FicheActionService, TransitionService, IndicateurService, RepriseActions],
  exports: [TransitionService, IndicateurService, RepriseActions],
})
export class ActionsModule {}
