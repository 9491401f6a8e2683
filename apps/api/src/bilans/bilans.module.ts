import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module';
import { BilanController } from './bilan.controller';
import { BilanLectureService } from './lecture.service';
import { OuvertureService } from './ouverture.service';
import { BilanSaisieService } from './saisie.service';

@Module({
  imports: [NotificationsModule],
  controllers: [BilanController],
  providers: [OuvertureService, BilanLectureService, BilanSaisieService],
  exports: [OuvertureService],
})
export class BilansModule {}
