import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module';
import { BilansModule } from '../bilans/bilans.module';
import { ClasseursModule } from '../classeurs/classeurs.module';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { StructuresModule } from '../structures/structures.module';
import { ArriveeController } from './arrivee.controller';
import { ArriveeService } from './arrivee.service';

@Module({
  imports: [ActionsModule, BilansModule, ClasseursModule, CooperativesModule, StructuresModule],
  controllers: [ArriveeController],
  providers: [ArriveeService],
})
export class ArriveeModule {}
