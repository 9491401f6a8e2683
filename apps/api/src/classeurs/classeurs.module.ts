import { Module } from '@nestjs/common';
import { ReceptionClasseur } from './reception-classeur';

@Module({ providers: [ReceptionClasseur], exports: [ReceptionClasseur] })
export class ClasseursModule {}
