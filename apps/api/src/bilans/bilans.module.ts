import { Module } from '@nestjs/common';
import { ClasseursModule } from '../classeurs/classeurs.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { BilanController } from './bilan.controller';
import { BilanClasseurController } from './classeur.controller';
import { BilanClasseurService } from './classeur.service';
import { BilanLectureService } from './lecture.service';
import { OuvertureService } from './ouverture.service';
import { RepriseBilans } from './reprise.service';
import { BilanSaisieService } from './saisie.service';

@Module({
  imports: [ClasseursModule, NotificationsModule],
  controllers: [BilanController, BilanClasseurController],
  providers: [OuvertureService, BilanLectureService, BilanSaisieService, BilanClasseurService, RepriseBilans],
  exports: [OuvertureService, RepriseBilans],
})
export class BilansModule {}
