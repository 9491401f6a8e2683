import { Module } from '@nestjs/common';
import { ComptesModule } from '../comptes/comptes.module';
import { ConventionsModule } from '../conventions/conventions.module';
import { PiecesModule } from '../pieces/pieces.module';
import { AccesService } from './acces.service';
import { ContactController } from './contact.controller';
import { ContactService } from './contact.service';
import { LogoController } from './logo.controller';
import { LogoService } from './logo.service';
import { StructureController } from './structure.controller';
import { StructureService } from './structure.service';

@Module({
  imports: [ComptesModule, ConventionsModule, PiecesModule],
  controllers: [StructureController, ContactController, LogoController],
  providers: [StructureService, ContactService, AccesService, LogoService],
  exports: [StructureService],
})
export class StructuresModule {}
