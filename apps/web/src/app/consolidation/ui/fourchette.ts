import { formatNombre } from '@coopilote/ui';

/** « 12 480 », or « entre 9 100 et 12 480 » when the same people may have come back. */
export function fourchette(bas: number | null, haut: number | null): string {
  if (bas === null || haut === null || bas === haut) return formatNombre(haut ?? bas);
  return `entre ${formatNombre(bas)} et ${formatNombre(haut)}`;
}
