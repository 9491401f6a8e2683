import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { Config } from './platform/config';
import { mesurer } from './platform/metriques';
import { defendre } from './platform/securite';
import { servirWeb } from './platform/web';

/** Largest body accepted: a report with every text full stays far under. */
const CORPS_MAX = 512 * 1024;

/** Makes the application, connected to its database and ready to listen. */
export async function creerApplication(
  config: Config,
  options: { silencieux?: boolean } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: CORPS_MAX,
    genReqId: () => randomUUID(),
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forConfig(config), adapter, {
    logger: options.silencieux ? ['error', 'fatal'] : new Logger('Coopilote', { timestamp: false }),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  await app.register(cookie);
  // Nothing is read of a form until its handler asks, with its own limits.
  await app.register(multipart);
  defendre(fastify as never);
  mesurer(fastify as never);
  let document: unknown;
  // What makes the document weighs, and is asked for once in a while: it is loaded then.
  fastify.get('/api/openapi.json', async () => (document ??= (await import('./platform/openapi')).decrireApi(app)));
  if (config.dossierWeb) await servirWeb(fastify as never, config.dossierWeb);
  app.enableShutdownHooks();
  await app.init();
  await fastify.ready();
  return app;
}
