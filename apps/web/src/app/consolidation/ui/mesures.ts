import type { Noeud } from '@coopilote/domain/consolidation/arbre.rules';
import type { Mesure } from '@coopilote/domain/consolidation/cles.rules';
import { LIBELLES_MODES, LIBELLES_UNITES } from '@coopilote/domain/referentiel/listes';
import { compter, formatNombre, formatPourcent } from '@coopilote/ui/format/format';
import { fourchette } from './fourchette';

const SUFFIXES: Record<string, string> = { POURCENTAGE: '\u202f%', EUROS: '\u00a0€', HEURES: '\u00a0h' };
const suffixe = (mesure: Mesure | null): string => SUFFIXES[mesure?.unite ?? ''] ?? '';

/** A figure with its unit; « – » when it is missing, never a zero. */
export function ecrire(nombre: number | null, mesure: Mesure | null): string {
  return nombre === null ? '–' : formatNombre(nombre) + suffixe(mesure);
}

/** « 12 480 », or « entre 9 100 et 12 480 » when the same people may have come back. */
export function ecrireEntre(
  valeurs: { bas: number | null; haut: number | null } | null,
  mesure: Mesure | null,
): string {
  if (!valeurs || valeurs.haut === null) return '–';
  return fourchette(valeurs.bas, valeurs.haut) + suffixe(mesure);
}

/** « séances, somme »: what an indicator counts, and how its values are put together. */
export function direMesure({ unite, mode }: Mesure): string {
  return `${LIBELLES_UNITES[unite]}, ${LIBELLES_MODES[mode]}`;
}

/** « +580 », « −3 points »: a difference says its sign. */
export function ecrireEcart({ ecart, mesure }: Pick<Noeud, 'ecart' | 'mesure'>): string {
  if (!ecart) return '–';
  const signe = ecart.ecart > 0 ? '+' : '';
  // The difference of two percentages is in points, which a second percentage would only confuse.
  if (mesure?.unite !== 'POURCENTAGE') return signe + ecrire(ecart.ecart, mesure);
  return `${signe}${compter(ecart.ecart, 'point')}`;
}

export function ecrirePart({ ecart, mesure }: Pick<Noeud, 'ecart' | 'mesure'>): string {
  if (!ecart || ecart.part === null || mesure?.unite === 'POURCENTAGE') return '–';
  return `${ecart.part > 0 ? '+' : ''}${formatPourcent(ecart.part)}`;
}
