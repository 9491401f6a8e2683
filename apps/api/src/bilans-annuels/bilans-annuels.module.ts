import { Module } from '@nestjs/common';
import { ConventionsModule } from '../conventions/conventions.module';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { PilotageModule } from '../pilotage/pilotage.module';
import { AnnonceService } from './annonce.service';
import { BilanAnnuelController } from './bilan-annuel.controller';
import { BilanAnnuelService } from './bilan-annuel.service';
import { ContenuAnnuelService } from './contenu-annuel.service';
import { VieAnnuelleService } from './vie-annuelle.service';

@Module({
  imports: [ConventionsModule, CooperativesModule, NotificationsModule, PilotageModule],
  controllers: [BilanAnnuelController],
  providers: [AnnonceService, BilanAnnuelService, ContenuAnnuelService, VieAnnuelleService],
})
export class BilansAnnuelsModule {}
