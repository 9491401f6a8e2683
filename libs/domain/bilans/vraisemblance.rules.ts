/** What a value is compared with: its forecast for the quarter, and what was said the quarter before; null when unknown. */
export interface Reperes {
  prevision: number | null;
  precedent: number | null;
}

const FOIS_PLUS = 5;
const FOIS_MOINS = 10;
/** Under this gap, small numbers vary without being wrong. */
const ECART_MINIMAL = 20;

/**
 * True when a value lies so far from all that is known of it that a slip of the hand is likely (« 1200 » for « 120 »): it is
 * asked about, never refused. Nothing known, or zero, is never unlikely.
 */
export function estInhabituelle(valeur: number | null, { prevision, precedent }: Reperes): boolean {
  const connus = [prevision, precedent].filter((repere): repere is number => repere !== null && repere > 0);
  if (valeur === null || valeur <= 0 || connus.length === 0) return false;
  const haut = Math.max(...connus);
  const bas = Math.min(...connus);
  if (valeur > haut) return valeur > FOIS_PLUS * haut && valeur - haut >= ECART_MINIMAL;
  return valeur * FOIS_MOINS < bas && bas - valeur >= ECART_MINIMAL;
}
