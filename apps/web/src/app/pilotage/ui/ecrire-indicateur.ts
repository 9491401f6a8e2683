import type { IndicateurSuivi } from '@coopilote/domain/pilotage/tableaux.contract';
import { LIBELLES_UNITES, type Unite } from '@coopilote/domain/referentiel/listes';
import { type NomIcone, formatNombre } from '@coopilote/ui';

/** A figure with its unit when it is short: « 54 % », « 1 200 € », « 318 ». */
export function avecUnite(valeur: number | null, unite: Unite): string {
  const nombre = formatNombre(valeur);
  if (valeur === null) return nombre;
  return unite === 'POURCENTAGE' ? `${nombre}\u202f%` : unite === 'EUROS' ? `${nombre}\u00a0€` : nombre;
}

/** The value to date, an interval when people may have been counted twice: « entre 120 et 213 ». */
export function valeurADate({ bas, haut, unite }: IndicateurSuivi): string {
  if (bas !== null && haut !== null && bas !== haut) return `entre ${formatNombre(bas)} et ${avecUnite(haut, unite)}`;
  return avecUnite(haut ?? bas, unite);
}

/** The unit in words, where the figure does not carry it already. */
export function uniteEnMots(unite: Unite): string {
  return unite === 'POURCENTAGE' || unite === 'EUROS' ? '' : LIBELLES_UNITES[unite];
}

export const TENDANCES: Record<'HAUSSE' | 'BAISSE' | 'STABLE', { icone: NomIcone; mot: string }> = {
  HAUSSE: { icone: 'haut', mot: 'en hausse' },
  BAISSE: { icone: 'bas', mot: 'en baisse' },
  STABLE: { icone: 'droite', mot: 'stable' },
};

/** One indicator as a line of text, for the export: « Personnes rencontrées : entre 75 et 213 / 225 (95 %), en hausse ». */
export function enTexte(indicateur: IndicateurSuivi): string {
  const prevision = indicateur.prevision === null ? '' : ` / ${avecUnite(indicateur.prevision, indicateur.unite)}`;
  const taux = indicateur.taux === null ? '' : ` (${formatNombre(indicateur.taux)}\u202f%)`;
  const tendance = indicateur.tendance ? `, ${TENDANCES[indicateur.tendance].mot}` : '';
  return `${indicateur.libelle}\u00a0: ${valeurADate(indicateur)}${prevision}${taux}${tendance}`;
}
