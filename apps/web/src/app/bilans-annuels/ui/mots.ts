import {
  type ActionAnnuelle,
  DEVENIRS_ACTION,
  type EtatBilanAnnuel,
  type IndicateurAnnuel,
  LIBELLES_DEVENIRS,
  LIBELLES_ETATS_BILAN_ANNUEL,
} from '@coopilote/domain/bilans/bilan-annuel.rules';
import { type EtatMontre, type Option, formatNombre } from '@coopilote/ui';

const ETATS: Record<EtatBilanAnnuel, Omit<EtatMontre, 'texte'>> = {
  BROUILLON: { ton: 'attente', icone: 'crayon' },
  PRESENTE: { ton: 'attente', icone: 'envoi' },
  ADOPTE: { ton: 'ok', icone: 'oui' },
};
export const etatBilanAnnuel = (etat: EtatBilanAnnuel): EtatMontre => ({
  ...ETATS[etat],
  texte: LIBELLES_ETATS_BILAN_ANNUEL[etat],
});

export const DEVENIRS: readonly Option[] = DEVENIRS_ACTION.map((valeur) => ({
  valeur,
  libelle: `Action ${LIBELLES_DEVENIRS[valeur]}`,
}));

/** R17. */
export const MASQUE = 'masqué (10 ou moins)';
const SUFFIXES: Partial<Record<IndicateurAnnuel['unite'], string>> = { POURCENTAGE: '\u00a0%', EUROS: '\u00a0€' };

/** « 40 », « entre 40 et 120 » when the same people may have come several quarters. */
export function etendue({ bas, haut }: { bas: number | null; haut: number | null }, suffixe = ''): string {
  if (bas === null || haut === null) return 'pas de valeur';
  return bas === haut
    ? `${formatNombre(haut)}${suffixe}`
    : `entre ${formatNombre(bas)} et ${formatNombre(haut)}${suffixe}`;
}
export const resultat = (i: IndicateurAnnuel): string => (i.masque ? MASQUE : etendue(i, SUFFIXES[i.unite]));
export const prevision = ({ prevision: p, unite }: IndicateurAnnuel): string =>
  p === null ? '–' : `${formatNombre(p)}${SUFFIXES[unite] ?? ''}`;
export const personnes = (a: Pick<ActionAnnuelle, 'beneficiaires' | 'beneficiairesMasques'>): string =>
  a.beneficiairesMasques ? MASQUE : etendue(a.beneficiaires);

/** « T1, T2 et T4 ». */
export function citerTrimestres(trimestres: readonly number[]): string {
  const noms = trimestres.map((t) => `T${t}`);
  return noms.length > 1 ? `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}` : (noms[0] ?? '');
}
