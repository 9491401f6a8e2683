import { join } from 'node:path';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CooperativeAcces } from '../cooperatives/cooperative-acces.service';
import { CooperativesModule } from '../cooperatives/cooperatives.module';
import { CONFIG, type Config } from '../platform/config';
import { Cibles } from './cibles';
import { ContenuService } from './contenu.service';
import { PieceController } from './piece.controller';
import { PieceService } from './piece.service';
import { Reception } from './reception';
import { STOCKAGE, type Stockage } from './stockage';
import { StockageDisque } from './stockage-disque';
import { StockageS3 } from './stockage-s3';

@Module({
  imports: [CooperativesModule],
  controllers: [PieceController],
  providers: [
    Cibles,
    ContenuService,
    PieceService,
    Reception,
    {
      provide: STOCKAGE,
      inject: [CONFIG],
      useFactory: ({ s3, dossierDonnees }: Config): Stockage =>
        s3 ? new StockageS3(s3) : new StockageDisque(join(dossierDonnees, 'pieces')),
    },
  ],
  exports: [Cibles, PieceService, Reception],
})
export class PiecesModule implements OnModuleInit {
  constructor(
    private readonly cibles: Cibles,
    private readonly acces: CooperativeAcces,
  ) {}

  onModuleInit(): void {
    this.cibles.declarer('COOPERATIVE', (ctx, id) => this.acces.load(ctx, id));
  }
}
