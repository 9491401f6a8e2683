import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module';
import { CompteController } from './compte.controller';
import { CompteService } from './compte.service';
import { ComptesDemonstrationService } from './comptes-demonstration.service';
import { InvitationService } from './invitation.service';
import { LienController } from './lien.controller';
import { LienService } from './lien.service';
import { PremierCompteService } from './premier-compte.service';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { TentativesService } from './tentatives.service';

@Module({
  imports: [NotificationsModule],
  controllers: [SessionController, CompteController, LienController],
  providers: [
    SessionService,
    TentativesService,
    ComptesDemonstrationService,
    CompteService,
    InvitationService,
    LienService,
    PremierCompteService,
  ],
  exports: [CompteService, InvitationService],
})
export class ComptesModule {}
