import { Module } from '@nestjs/common';
import { AdhesionService } from './adhesion.service';
import { CooperativeAcces } from './cooperative-acces.service';
import { CooperativeController } from './cooperative.controller';
import { CooperativeService } from './cooperative.service';
import { CoordinationService } from './coordination.service';
import { EtapeService } from './etape.service';
import { LiensService } from './liens.service';
import { ObjectifService } from './objectif.service';
import { ProgrammeController } from './programme.controller';
import { ValeursListe } from './valeurs-liste.service';

@Module({
  controllers: [CooperativeController, ProgrammeController],
  providers: [
    CooperativeAcces,
    CooperativeService,
    CoordinationService,
    LiensService,
    AdhesionService,
    ObjectifService,
    EtapeService,
    ValeursListe,
  ],
  exports: [CooperativeAcces, AdhesionService, EtapeService, ValeursListe],
})
export class CooperativesModule {}
