import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { COOKIE_SESSION } from './jetons';
import { demandee, lirePrecharges } from './precharge';

/** Nothing inline but the styles that carry the nonce; nothing from elsewhere. */
function csp(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Serves the built web application: hashed files for a year, the page anew each time with its nonce, and whether a session came with it. */
export async function servirWeb(fastify: FastifyInstance, dossier: string): Promise<void> {
  const page = join(dossier, 'index.html');
  if (!existsSync(page)) return;
  const modele = await readFile(page, 'utf8');
  await fastify.register(fastifyStatic, {
    root: dossier,
    wildcard: false,
    // The page has its own routes below, which put the nonce in.
    globIgnore: ['index.html'],
    index: false,
    preCompressed: true,
    setHeaders(reponse, chemin) {
      const fige = /-[\w-]{8}\.(js|css|woff2?)$/.test(chemin.replace(/\.(br|gz)$/, ''));
      void reponse.header('cache-control', fige ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const precharges = await lirePrecharges(dossier);
  // With a session, what the application begins by asking is asked while its scripts arrive, not after.
  const avecSession = (chemin: string) =>
    modele.replace('</head>', `${demandee('/api/session')}${precharges(chemin)}</head>`);
  const envoyerPage = (session: string, reponse: FastifyReply, chemin = ''): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reponse
      .header('content-security-policy', csp(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(
        (session === 'oui' ? avecSession(chemin) : modele)
          .replaceAll('__NONCE__', nonce)
          .replace('__SESSION__', session),
      );
  };
  const sessionDe = (requete: FastifyRequest) => (requete.cookies[COOKIE_SESSION] ? 'oui' : 'non');
  fastify.get('/', async (requete, reponse) => envoyerPage(sessionDe(requete), reponse));
  fastify.get('/index.html', async (requete, reponse) => envoyerPage(sessionDe(requete), reponse));
  // The page that the service worker keeps: it outlives the session that fetched it.
  fastify.get('/coque.html', async (_requete, reponse) => envoyerPage('inconnue', reponse));
  // Addresses of the application's own pages: what looks like a file or an API call stays a 404.
  fastify.get('/*', async (requete, reponse) => {
    const chemin = requete.url.split('?')[0] ?? '';
    if (chemin.startsWith('/api/') || /\.\w{2,5}$/.test(chemin)) return reponse.callNotFound();
    return envoyerPage(sessionDe(requete), reponse, chemin);
  });
}
