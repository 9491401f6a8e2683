/** Tries before a message is given up. */
export const ESSAIS_MAX = 5;

/**
 * When a message that has failed `essais` times is tried again: 2, 16, 54 then 128 minutes later, so that a server's bad
 * hour loses nothing; null when it is given up.
 */
export function prochainEssai(essais: number, maintenant: Date): Date | null {
  if (essais >= ESSAIS_MAX) return null;
  return new Date(maintenant.getTime() + 2 * essais ** 3 * 60_000);
}
