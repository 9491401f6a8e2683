import { Module } from '@nestjs/common';
import { ClasseursModule } from '../classeurs/classeurs.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { BilanController } from './bilan.controller';
import { CampagneController } from './campagne.controller';
import { CampagneService } from './campagne.service';
import { BilanClasseurController } from './classeur.controller';
import { BilanClasseurService } from './classeur.service';
import { ContributionController, ContributionPubliqueController } from './contribution.controller';
import { ContributionService } from './contribution.service';
import { BilanLectureService } from './lecture.service';
import { OuvertureService } from './ouverture.service';
import { RappelService } from './rappel.service';
import { RepriseBilans } from './reprise.service';
import { BilanSaisieService } from './saisie.service';

@Module({
  imports: [ClasseursModule, NotificationsModule],
  controllers: [
    BilanController,
    BilanClasseurController,
    CampagneController,
    ContributionController,
    ContributionPubliqueController,
  ],
  providers: [
    OuvertureService,
    BilanLectureService,
    BilanSaisieService,
    BilanClasseurService,
    CampagneService,
    ContributionService,
    RappelService,
    RepriseBilans,
  ],
  exports: [OuvertureService, RepriseBilans],
})
export class BilansModule {}
