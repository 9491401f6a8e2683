import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { REGLE, type RegleRoute } from '../src/platform/regle';

export interface Route {
  methode: string;
  /** « /api/cooperatives/:id ». */
  chemin: string;
  regle: RegleRoute | undefined;
  /** « GET /api/cooperatives/:id ». */
  cle: string;
}

/** Every route of the application, read from its routing: a route that nobody listed is here all the same. */
export function routesDe(app: NestFastifyApplication): Route[] {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prefixe = String(Reflect.getMetadata(PATH_METADATA, metatype));
      for (const nom of Object.getOwnPropertyNames(metatype.prototype)) {
        const handler: unknown = metatype.prototype[nom];
        if (typeof handler !== 'function' || nom === 'constructor') continue;
        const sousChemin: string | undefined = Reflect.getMetadata(PATH_METADATA, handler);
        if (sousChemin === undefined) continue;
        const methode = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
        const chemin = `/${[prefixe, sousChemin]
          .map((s) => s.replace(/^\/|\/$/g, ''))
          .filter(Boolean)
          .join('/')}`;
        routes.push({ methode, chemin, regle: Reflect.getMetadata(REGLE, handler), cle: `${methode} ${chemin}` });
      }
    }
  }
  return routes.sort((a, b) => a.cle.localeCompare(b.cle));
}
