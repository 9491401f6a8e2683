import { createHash, randomBytes } from 'node:crypto';

export const COOKIE_SESSION = 'coopilote';

/** A random token of 256 bits, for a cookie or a link. */
export function nouveauJeton(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. */
export function empreinte(jeton: string): string {
  return createHash('sha256').update(jeton).digest('hex');
}
