import { Module } from '@nestjs/common';
import { CompteController } from './compte.controller';
import { CompteService } from './compte.service';
import { ComptesDemonstrationService } from './comptes-demonstration.service';
import { EnvoiController } from './envoi.controller';
import { EnvoisService } from './envoi.service';
import { Facteur } from './facteur';
import { InvitationService } from './invitation.service';
import { LienController } from './lien.controller';
import { LienService } from './lien.service';
import { PremierCompteService } from './premier-compte.service';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { TentativesService } from './tentatives.service';

@Module({
  controllers: [SessionController, CompteController, LienController, EnvoiController],
  providers: [
    SessionService,
    TentativesService,
    ComptesDemonstrationService,
    CompteService,
    InvitationService,
    LienService,
    PremierCompteService,
    EnvoisService,
    Facteur,
  ],
  exports: [CompteService, InvitationService, EnvoisService],
})
export class ComptesModule {}
