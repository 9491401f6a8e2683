import type { HttpInterceptorFn } from '@angular/common/http';

const SANS_EFFET = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * `X-Coopilote` cannot be set by a form of another site (CSRF). `Idempotency-Key` lets the server recognise a creation that
 * is sent twice; a caller that retries by itself sets its own key.
 */
export const enTetes: HttpInterceptorFn = (requete, suivant) => {
  if (SANS_EFFET.has(requete.method)) return suivant(requete);
  let entetes = requete.headers.set('X-Coopilote', '1');
  if (requete.method === 'POST' && !entetes.has('Idempotency-Key'))
    entetes = entetes.set('Idempotency-Key', crypto.randomUUID());
  return suivant(requete.clone({ headers: entetes }));
};
