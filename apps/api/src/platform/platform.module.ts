import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Base } from './base';
import { CONFIG, type Config } from './config';
import { ContexteInterceptor } from './contexte.interceptor';
import { ContratPipe } from './contrat.pipe';
import { Horloge } from './horloge';
import { Travaux } from './jobs/travaux';
import { ProblemeFilter } from './probleme.filter';
import { SanteController } from './sante.controller';

@Global()
@Module({})
export class PlatformModule {
  static forConfig(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [SanteController],
      providers: [
        { provide: CONFIG, useValue: config },
        Base,
        Horloge,
        Travaux,
        { provide: APP_INTERCEPTOR, useClass: ContexteInterceptor },
        { provide: APP_PIPE, useClass: ContratPipe },
        { provide: APP_FILTER, useClass: ProblemeFilter },
      ],
      exports: [CONFIG, Base, Horloge, Travaux],
    };
  }
}
