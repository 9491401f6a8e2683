import { Module, type DynamicModule } from '@nestjs/common';
import { ActionsModule } from './actions/actions.module';
import { ArriveeModule } from './arrivee/arrivee.module';
import { BilansAnnuelsModule } from './bilans-annuels/bilans-annuels.module';
import { BilansModule } from './bilans/bilans.module';
import { ComptesModule } from './comptes/comptes.module';
import { CooperativesModule } from './cooperatives/cooperatives.module';
import { ConventionsModule } from './conventions/conventions.module';
import { EtatsFigesModule } from './etats-figes/etats-figes.module';
import { FinancementModule } from './financement/financement.module';
import { MisesADispositionModule } from './mises-a-disposition/mises-a-disposition.module';
import { GouvernanceModule } from './gouvernance/gouvernance.module';
import { HistoriqueModule } from './historique/historique.module';
import { ConsolidationModule } from './consolidation/consolidation.module';
import { ExportsModule } from './exports/exports.module';
import { PiecesModule } from './pieces/pieces.module';
import { PilotageModule } from './pilotage/pilotage.module';
import { AccueilModule } from './accueil/accueil.module';
import { NotificationsModule } from './notifications/notifications.module';
import type { Config } from './platform/config';
import { PlatformModule } from './platform/platform.module';
import { ReferentielModule } from './referentiel/referentiel.module';
import { SuiviClasseurModule } from './suivi-classeur/suivi-classeur.module';
import { VuesModule } from './vues/vues.module';
import { StructuresModule } from './structures/structures.module';

@Module({})
export class AppModule {
  static forConfig(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forConfig(config),
        NotificationsModule,
        ComptesModule,
        ReferentielModule,
        StructuresModule,
        CooperativesModule,
        ActionsModule,
        BilansModule,
        BilansAnnuelsModule,
        HistoriqueModule,
        ConsolidationModule,
        EtatsFigesModule,
        VuesModule,
        ExportsModule,
        PilotageModule,
        ConventionsModule,
        GouvernanceModule,
        PiecesModule,
        FinancementModule,
        MisesADispositionModule,
        ArriveeModule,
        SuiviClasseurModule,
        AccueilModule,
      ],
    };
  }
}
