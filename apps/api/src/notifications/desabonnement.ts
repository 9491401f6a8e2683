import type { Config } from '../platform/config';
import { lireSignature, signer } from '../platform/signature';

const USAGE = 'desabonnement';

/** Address by which a person switches off, without signing in, what they owe nothing to. It never expires. */
export function lienDesabonnement({ secret, urlPublique }: Config, utilisateurId: string): string {
  return `${urlPublique}/desabonnement/${signer(secret, USAGE, utilisateurId)}`;
}

/** Whose link it is; null when it is not one of ours. */
export function personneDesabonnee({ secret }: Config, jeton: string): string | null {
  return lireSignature(secret, USAGE, jeton);
}
