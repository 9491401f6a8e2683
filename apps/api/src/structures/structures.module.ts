import { Module } from '@nestjs/common';
import { ComptesModule } from '../comptes/comptes.module';
import { AccesService } from './acces.service';
import { ContactController } from './contact.controller';
import { ContactService } from './contact.service';
import { StructureController } from './structure.controller';
import { StructureService } from './structure.service';

@Module({
  imports: [ComptesModule],
  controllers: [StructureController, ContactController],
  providers: [StructureService, ContactService, AccesService],
  exports: [StructureService],
})
export class StructuresModule {}
