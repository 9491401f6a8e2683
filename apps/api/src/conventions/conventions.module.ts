import { Module, type OnModuleInit } from '@nestjs/common';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { Cibles } from '../pieces/cibles';
import { PiecesModule } from '../pieces/pieces.module';
import { ActeEcriture } from './acte-ecriture.service';
import { ActeService } from './acte.service';
import { ConventionAcces } from './convention-acces.service';
import { ActeController, ConventionController } from './convention.controller';
import { ConventionService } from './convention.service';
import { DepartController } from './depart.controller';
import { DepartService } from './depart.service';
import { EcheanceService } from './echeance.service';
import { ModeleController } from './modele.controller';
import { ModeleService } from './modele.service';
import { PartiesService } from './parties.service';
import { RappelService } from './rappel.service';
import { SignatureService } from './signature.service';
import { TexteService } from './texte.service';

@Module({
  imports: [CooperativesModule, NotificationsModule, PiecesModule],
  controllers: [ConventionController, DepartController, ActeController, ModeleController],
  providers: [
    ConventionAcces,
    TexteService,
    ModeleService,
    ActeEcriture,
    ActeService,
    ConventionService,
    PartiesService,
    DepartService,
    SignatureService,
    EcheanceService,
    RappelService,
  ],
  exports: [EcheanceService, TexteService],
})
export class ConventionsModule implements OnModuleInit {
  constructor(
    private readonly cibles: Cibles,
    private readonly acces: ConventionAcces,
  ) {}

  onModuleInit(): void {
    this.cibles.declarer('ACTE', async (ctx, id) => (await this.acces.loadActe(ctx, id, 'convention.lire')).ca);
  }
}
