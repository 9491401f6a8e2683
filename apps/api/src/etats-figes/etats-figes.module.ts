import { Module } from '@nestjs/common';
import { EtatsFigesController } from './etats-figes.controller';
import { EtatsFigesService } from './etats-figes.service';

@Module({ controllers: [EtatsFigesController], providers: [EtatsFigesService], exports: [EtatsFigesService] })
export class EtatsFigesModule {}
