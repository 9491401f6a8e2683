import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { FastifyReply } from 'fastify';
import { ErreurMetier, Interdit, SansIdentite, type Contexte, type ContextePersonne, type Entree } from '@coopilote/db';
import { operationsOuvertes } from '@coopilote/domain/droits';
import { Base } from './base';
import { COOKIE_SESSION, empreinte } from './jetons';
import { REGLE, SANS_BASE, type RegleRoute, type RequeteCoopilote } from './regle';
import { reponseIdempotente } from './idempotence';

export class NonConnecte extends ErreurMetier {
  constructor() {
    super('NON_CONNECTE', 401, 'Votre session est terminée : connectez-vous, ce que vous avez saisi est gardé.');
  }
}

/** One transaction a request, opened at the entry with the caller's identity; rolled back by any exception. */
@Injectable()
export class ContexteInterceptor implements NestInterceptor {
  constructor(
    private readonly base: Base,
    private readonly reflector: Reflector,
  ) {}

  intercept(hote: ExecutionContext, suite: CallHandler): Observable<unknown> {
    if (this.reflector.get<boolean>(SANS_BASE, hote.getHandler())) return suite.handle();
    const regle = this.reflector.get<RegleRoute | undefined>(REGLE, hote.getHandler());
    if (!regle) throw new Error(`Route sans règle : ${hote.getClass().name}.${hote.getHandler().name}`);
    return from(this.run(hote, suite, regle));
  }

  private async run(hote: ExecutionContext, suite: CallHandler, regle: RegleRoute): Promise<unknown> {
    const requete = hote.switchToHttp().getRequest<RequeteCoopilote>();
    const reponse = hote.switchToHttp().getResponse<FastifyReply>();
    return entrer(this.base, requete, regle, async (ctx) => {
      requete.ctx = ctx;
      const work = async (): Promise<unknown> =>
        (await lastValueFrom(suite.handle(), { defaultValue: undefined })) ?? null;
      return estPersonne(ctx) ? reponseIdempotente(ctx, requete, reponse, work) : work();
    });
  }
}

/**
 * Runs `work` in a transaction of its own, with the identity of the request, once the rule is passed. For a `@SansBase` route
 * that may not hold a connection to the database as long as its request lasts.
 * @throws NonConnecte, Interdit
 */
export async function entrer<T>(
  base: Base,
  requete: RequeteCoopilote,
  regle: RegleRoute,
  work: (ctx: Contexte) => Promise<T>,
): Promise<T> {
  try {
    return await base.run(
      entreeDe(requete, regle),
      async (ctx) => {
        autoriser(ctx, regle);
        return work(ctx);
      },
      requete.id,
    );
  } catch (erreur) {
    if (erreur instanceof SansIdentite) throw new NonConnecte();
    throw erreur;
  }
}

function estPersonne(ctx: Contexte): ctx is ContextePersonne {
  return ctx.identite !== null;
}

/** The context of somebody signed in. @throws NonConnecte */
export function personne(ctx: Contexte): ContextePersonne {
  if (!estPersonne(ctx)) throw new NonConnecte();
  return ctx;
}

/** By which door a request enters. @throws SansIdentite */
export function entreeDe(requete: RequeteCoopilote, regle: RegleRoute): Entree {
  if (regle === 'PUBLIC') return { genre: 'connexion' };
  const jeton = requete.cookies[COOKIE_SESSION];
  if (!jeton) throw new SansIdentite('Pas de session');
  return { genre: 'session', empreinte: empreinte(jeton) };
}

/** First, coarse lock: the operation must be open somewhere to this person; the service checks the resource itself. */
function autoriser(ctx: Contexte, regle: RegleRoute): void {
  if (regle === 'PUBLIC' || regle === 'CONNECTE') return;
  if (!ctx.identite || !operationsOuvertes(ctx.identite).includes(regle)) throw new Interdit();
}
