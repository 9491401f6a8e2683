import type { FastifyInstance } from 'fastify';

const LECTURES = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Defence against cross-site requests, beside the cookie's SameSite: a write that a browser sends from another origin
 * is refused. Programs that send neither header are not browsers and carry no ambient cookie.
 */
export function defendre(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (requete, reponse) => {
    reponse.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'x-correlation-id': requete.id,
    });
    if (requete.url.startsWith('/api/')) {
      reponse.headers({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
      });
    }
    if (LECTURES.has(requete.method)) return;
    const { origin } = requete.headers;
    const autreSite = requete.headers['sec-fetch-site'] === 'cross-site';
    const autreOrigine =
      origin !== undefined &&
      origin !== 'null' &&
      URL.canParse(origin) &&
      new URL(origin).host !== requete.headers.host;
    if (autreSite || autreOrigine || origin === 'null') {
      await reponse
        .status(403)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(
          JSON.stringify({
            type: 'urn:coopilote:erreur:origine-refusee',
            title: 'Accès refusé',
            status: 403,
            code: 'ORIGINE_REFUSEE',
            detail: 'Cette demande vient d’un autre site.',
            correlation: requete.id,
          }),
        );
    }
  });
}
