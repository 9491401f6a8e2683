import { Module } from '@nestjs/common';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { FacturationMiseService } from './facturation.service';
import { MiseADispositionAcces } from './mise-acces.service';
import { MiseADispositionController } from './mise.controller';
import { MiseADispositionService } from './mise.service';
import { VieMiseService } from './vie.service';

@Module({
  imports: [CooperativesModule, NotificationsModule],
  controllers: [MiseADispositionController],
  providers: [MiseADispositionAcces, MiseADispositionService, VieMiseService, FacturationMiseService],
})
export class MisesADispositionModule {}
