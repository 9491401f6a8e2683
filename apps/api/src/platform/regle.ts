import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Introuvable, type Contexte } from '@coopilote/db';
import { estIdentifiant } from '@coopilote/domain/commun';
import type { Operation } from '@coopilote/domain/droits';

/**
 * Who may call a route: an operation of `peut()` (the service then checks the resource), `CONNECTE` for anybody signed
 * in, `PUBLIC` for anybody. A route without a rule answers 500: nothing opens by forgetting.
 */
export type RegleRoute = Operation | 'CONNECTE' | 'PUBLIC';
export const REGLE = 'coopilote:regle';
export const Regle = (regle: RegleRoute): MethodDecorator => SetMetadata(REGLE, regle);

/** Set on routes that need no transaction (health, files). */
export const SANS_BASE = 'coopilote:sans-base';
export const SansBase = (): MethodDecorator => SetMetadata(SANS_BASE, true);

export interface RequeteCoopilote extends FastifyRequest {
  ctx?: Contexte;
}

/** The context of the request: the transaction and who asks. */
export const Ctx = createParamDecorator((_: unknown, hote: ExecutionContext) => {
  const { ctx } = hote.switchToHttp().getRequest<RequeteCoopilote>();
  if (!ctx) throw new Error('Route sans contexte');
  return ctx;
});

/** Reads an identifier in a path: what is not one is simply not found. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(valeur: string): string {
    if (!estIdentifiant(valeur)) throw new Introuvable('Cette adresse');
    return valeur.toLowerCase();
  }
}
