import { createHmac, timingSafeEqual } from 'node:crypto';

/** A value that anybody may carry and nobody may forge; `usage` keeps the tokens of one purpose from serving another. */
export function signer(secret: string, usage: string, valeur: string): string {
  return `${Buffer.from(valeur).toString('base64url')}.${sceau(secret, usage, valeur)}`;
}

/** The value that a token carries; null when we did not sign it, for this purpose. */
export function lireSignature(secret: string, usage: string, jeton: string): string | null {
  const [code = '', recu = ''] = jeton.split('.');
  const valeur = Buffer.from(code, 'base64url').toString();
  const attendu = Buffer.from(sceau(secret, usage, valeur));
  const donne = Buffer.from(recu);
  return attendu.length === donne.length && timingSafeEqual(attendu, donne) ? valeur : null;
}

function sceau(secret: string, usage: string, valeur: string): string {
  return createHmac('sha256', secret).update(`${usage}\n${valeur}`).digest('base64url');
}
