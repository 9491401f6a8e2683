import { Module } from '@nestjs/common';
import { ClasseursModule } from '../classeurs/classeurs.module';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { SuiviClasseurController } from './suivi-classeur.controller';
import { SuiviClasseurService } from './suivi-classeur.service';

@Module({
  imports: [ClasseursModule, CooperativesModule],
  controllers: [SuiviClasseurController],
  providers: [SuiviClasseurService],
})
export class SuiviClasseurModule {}
