import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module';
import { BilanController } from './bilan.controller';
import { CampagneController } from './campagne.controller';
import { CampagneService } from './campagne.service';
import { BilanLectureService } from './lecture.service';
import { OuvertureService } from './ouverture.service';
import { RappelService } from './rappel.service';
import { BilanSaisieService } from './saisie.service';

@Module({
  imports: [NotificationsModule],
  controllers: [BilanController, CampagneController],
  providers: [OuvertureService, BilanLectureService, BilanSaisieService, CampagneService, RappelService],
  exports: [OuvertureService],
})
export class BilansModule {}
