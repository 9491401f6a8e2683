import { Module } from '@nestjs/common';
import { ComptesModule } from '../comptes/comptes.module';
import { BilanController } from './bilan.controller';
import { BilanLectureService } from './lecture.service';
import { OuvertureService } from './ouverture.service';
import { BilanSaisieService } from './saisie.service';

@Module({
  imports: [ComptesModule],
  controllers: [BilanController],
  providers: [OuvertureService, BilanLectureService, BilanSaisieService],
  exports: [OuvertureService],
})
export class BilansModule {}
