import { Module, type OnModuleInit } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module';
import { ConventionsModule } from '../conventions/conventions.module';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { FinancementModule } from '../financement/financement.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { Cibles } from '../pieces/cibles';
import { PiecesModule } from '../pieces/pieces.module';
import { PilotageModule } from '../pilotage/pilotage.module';
import { AgendaService } from './agenda.service';
import { ChangementService } from './changement.service';
import { CompteRenduController } from './compte-rendu.controller';
import { CompteRenduService } from './compte-rendu.service';
import { ConvocationService } from './convocation.service';
import { DecisionService } from './decision.service';
import { Direct } from './direct';
import { GouvernanceAcces } from './gouvernance-acces.service';
import { InstanceController } from './instance.controller';
import { InstanceService } from './instance.service';
import { InvitationService } from './invitation.service';
import { LienReunionController } from './lien-reunion.controller';
import { MinuteService } from './minute.service';
import { NoteService } from './note.service';
import { ParticipantService } from './participant.service';
import { PresenceService } from './presence.service';
import { PropositionService } from './proposition.service';
import { ReunionController } from './reunion.controller';
import { ReunionService } from './reunion.service';
import { SeanceController } from './seance.controller';
import { SeanceService } from './seance.service';
import { SondageService } from './sondage.service';
import { TableauPointService } from './tableau-point.service';
import { TacheService } from './tache.service';

@Module({
  imports: [
    ConventionsModule,
    FinancementModule,
    CooperativesModule,
    ActionsModule,
    PilotageModule,
    NotificationsModule,
    PiecesModule,
  ],
  controllers: [InstanceController, ReunionController, SeanceController, CompteRenduController, LienReunionController],
  providers: [
    GouvernanceAcces,
    InstanceService,
    ReunionService,
    ParticipantService,
    PropositionService,
    ConvocationService,
    InvitationService,
    SondageService,
    SeanceService,
    Direct,
    NoteService,
    PresenceService,
    TableauPointService,
    DecisionService,
    ChangementService,
    TacheService,
    MinuteService,
    CompteRenduService,
    AgendaService,
  ],
})
export class GouvernanceModule implements OnModuleInit {
  constructor(
    private readonly cibles: Cibles,
    private readonly acces: GouvernanceAcces,
  ) {}

  onModuleInit(): void {
    this.cibles.declarer('REUNION', async (ctx, id) => (await this.acces.load(ctx, id, 'reunion.lire')).ca);
  }
}
