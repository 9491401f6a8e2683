import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { lireConfig } from './platform/config';

/** The jobs of the queue in a process of their own: the same application, without its routes. */
const module = AppModule.forConfig({ ...lireConfig(), ouvriers: 'interne', dossierWeb: null });
const app = await NestFactory.createApplicationContext(module, {
  logger: ['error', 'warn', 'fatal'],
  abortOnError: false,
});
app.enableShutdownHooks();
