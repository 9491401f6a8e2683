import type { IndicateurAnnuel } from '@coopilote/domain/bilans';

/** R17, in a cell. */
export const MASQUE = 'masqué (10 ou moins)';

const FORMAT = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
/** « 1 234,5 », with spaces that the fonts draw. */
export const nombre = (n: number): string => FORMAT.format(n).replaceAll('\u202f', '\u00a0');

const SUFFIXES: Partial<Record<IndicateurAnnuel['unite'], string>> = { POURCENTAGE: '\u00a0%', EUROS: '\u00a0€' };

/** « 40 », « entre 40 et 120 » when the same people may have come several quarters. */
export function etendue({ bas, haut }: { bas: number | null; haut: number | null }, suffixe = ''): string {
  if (bas === null || haut === null) return 'pas de valeur';
  return bas === haut ? `${nombre(haut)}${suffixe}` : `entre ${nombre(bas)} et ${nombre(haut)}${suffixe}`;
}

export const resultat = (i: IndicateurAnnuel): string => (i.masque ? MASQUE : etendue(i, SUFFIXES[i.unite]));
export const prevision = ({ prevision: p, unite }: IndicateurAnnuel): string =>
  p === null ? 'sans prévision' : `${nombre(p)}${SUFFIXES[unite] ?? ''}`;
export const taux = ({ taux: t }: IndicateurAnnuel): string => (t === null ? '–' : `${nombre(t)}\u00a0%`);
