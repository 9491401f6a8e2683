import { Module } from '@nestjs/common';
import { BilanController } from './bilan.controller';
import { BilanLectureService } from './lecture.service';
import { OuvertureService } from './ouverture.service';
import { BilanSaisieService } from './saisie.service';

@Module({
  controllers: [BilanController],
  providers: [OuvertureService, BilanLectureService, BilanSaisieService],
  exports: [OuvertureService],
})
export class BilansModule {}
