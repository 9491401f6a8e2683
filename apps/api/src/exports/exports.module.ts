import { Module } from '@nestjs/common';
import { ConsolidationModule } from '../consolidation/consolidation.module';
import { ExportsController } from './exports.controller';
import { ExportsService } from './exports.service';
import { GroupesExport } from './groupes-export.service';
import { RapportService } from './rapport.service';

@Module({
  imports: [ConsolidationModule],
  controllers: [ExportsController],
  providers: [ExportsService, GroupesExport, RapportService],
})
export class ExportsModule {}
