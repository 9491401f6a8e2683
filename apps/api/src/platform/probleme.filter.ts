import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { ErreurMetier } from '@coopilote/db';
import type { Probleme } from '@coopilote/domain/commun';
import { traduireErreurBase } from './erreurs-base';

const TITRES: Record<number, string> = {
  400: 'Demande illisible',
  401: 'Connexion requise',
  403: 'Accès refusé',
  404: 'Introuvable',
  409: 'Conflit',
  413: 'Envoi trop volumineux',
  415: 'Format inattendu',
  422: 'Saisie à revoir',
  429: 'Trop de demandes',
  500: 'Erreur interne',
};

/** Fastify's own refusals, before any handler. */
const REFUS_FASTIFY: Record<string, [string, string]> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['JSON_ILLISIBLE', 'Le corps de la demande n’est pas du JSON lisible.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['JSON_ILLISIBLE', 'Le corps de la demande est vide.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['TROP_VOLUMINEUX', 'L’envoi dépasse la taille permise : raccourcissez le texte.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['FORMAT_INATTENDU', 'Un corps application/json est attendu.'],
};

/** Every error leaves as problem details (RFC 9457): stable code, French sentence, fields; never internals. */
@Catch()
export class ProblemeFilter implements ExceptionFilter {
  private readonly logger = new Logger('Probleme');

  catch(erreur: unknown, hote: ArgumentsHost): void {
    const reponse = hote.switchToHttp().getResponse<FastifyReply>();
    const requete = hote.switchToHttp().getRequest<FastifyRequest>();
    const probleme = this.decrire(erreur, requete);
    if (probleme.status >= 500) {
      this.logger.error(
        `${requete.id} ${requete.method} ${requete.url} ${erreur instanceof Error ? erreur.stack : String(erreur)}`,
      );
    }
    if (probleme.status === 429) reponse.header('retry-after', '900');
    void reponse
      .status(probleme.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(probleme));
  }

  private decrire(erreur: unknown, requete: FastifyRequest): Probleme {
    const connue = erreur instanceof QueryFailedError ? (traduireErreurBase(erreur) ?? erreur) : erreur;
    if (connue instanceof ErreurMetier) {
      return this.probleme(requete, connue.statut, connue.code, connue.message, {
        ...(connue.erreurs.length ? { erreurs: connue.erreurs } : {}),
        ...(connue.actuel === undefined ? {} : { actuel: connue.actuel }),
      });
    }
    const codeFastify = (connue as { code?: string }).code ?? '';
    const refus = REFUS_FASTIFY[codeFastify];
    if (refus) return this.probleme(requete, (connue as { statusCode?: number }).statusCode ?? 400, refus[0], refus[1]);
    if (connue instanceof HttpException) {
      const statut = connue.getStatus();
      if (statut === 404) return this.probleme(requete, 404, 'INTROUVABLE', 'Cette adresse n’existe pas.');
      if (statut === 400)
        return this.probleme(requete, 400, 'JSON_ILLISIBLE', 'Le corps de la demande n’est pas du JSON lisible.');
      if (statut < 500) return this.probleme(requete, statut, 'DEMANDE_REFUSEE', 'La demande n’a pas pu être lue.');
    }
    return this.probleme(
      requete,
      500,
      'ERREUR_INTERNE',
      'Une erreur est survenue de notre côté : réessayez, ou citez le numéro ci-dessous.',
    );
  }

  private probleme(
    requete: FastifyRequest,
    status: number,
    code: string,
    detail: string,
    suite: Partial<Probleme> = {},
  ): Probleme {
    return {
      type: `urn:coopilote:erreur:${code.toLowerCase().replaceAll('_', '-')}`,
      title: TITRES[status] ?? 'Erreur',
      status,
      code,
      detail,
      correlation: requete.id,
      ...suite,
    };
  }
}
