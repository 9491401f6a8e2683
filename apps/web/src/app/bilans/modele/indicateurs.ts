import type { IndicateurBilan } from '@coopilote/domain/bilans/bilan.contract';
import type { ValeurBilan } from '@coopilote/domain/bilans/bilan.rules';
import { arrondir } from '@coopilote/domain/consolidation/agregation.rules';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel/listes';
import { formatNombre } from '@coopilote/ui/format/format';

/** Units whose values are whole numbers; the API refuses the others. */
const ENTIERES: readonly Unite[] = ['PERSONNES', 'PARTICIPATIONS', 'SEANCES'];
const FINE = '\u202f';
const INSECABLE = '\u00a0';

/** What the figure of the year is, by the way the quarters are put together. */
const DEPUIS: Readonly<Record<ModeAgregation, string>> = {
  SOMME: 'depuis janvier',
  MAXIMUM: 'au plus haut depuis janvier',
  DERNIERE_VALEUR: 'à ce jour',
  MOYENNE: 'de janvier au trimestre précédent',
  RATIO: 'de janvier au trimestre précédent',
};

type Saisie = Pick<ValeurBilan, 'valeur' | 'numerateur' | 'denominateur'>;

/** Most decimals of a unit; null: any. */
export function decimalesDe(unite: Unite): number | null {
  return ENTIERES.includes(unite) ? 0 : null;
}

/** « 62 % », « 1 200 € », « 64 ». */
export function ecrireValeur(valeur: number | null | undefined, unite: Unite): string {
  const nombre = formatNombre(valeur);
  if (valeur == null) return nombre;
  if (unite === 'POURCENTAGE') return `${nombre}${FINE}%`;
  return unite === 'EUROS' ? `${nombre}${INSECABLE}€` : nombre;
}

/** A value with both terms when it is a ratio: « 62 % (31 sur 50) »; empty when nothing was given. */
export function ecrireSaisie(saisie: Saisie | null | undefined, unite: Unite): string {
  if (!saisie) return '';
  if (saisie.numerateur == null && saisie.denominateur == null)
    return saisie.valeur == null ? '' : ecrireValeur(saisie.valeur, unite);
  const termes = `${formatNombre(saisie.numerateur)} sur ${formatNombre(saisie.denominateur)}`;
  const ratio = ratioDe(saisie, unite);
  return ratio === null ? termes : `${ecrireValeur(ratio, unite)} (${termes})`;
}

/** Numerator over denominator, in % when the unit says so; null while it cannot be known. */
export function ratioDe(saisie: Saisie, unite: Unite): number | null {
  if (saisie.numerateur == null || !saisie.denominateur) return null;
  const ratio = saisie.numerateur / saisie.denominateur;
  return unite === 'POURCENTAGE' ? Math.round(ratio * 1000) / 10 : arrondir(ratio);
}

/** What the quarter's figure is, typed or computed. */
export function valeurDuTrimestre(indicateur: IndicateurBilan, saisie: Saisie): number | null {
  return indicateur.modeAgregation === 'RATIO' ? ratioDe(saisie, indicateur.unite) : (saisie.valeur ?? null);
}

/** Means and ratios cannot be cumulated here: the terms of the quarters before are not known. */
function seCumule(indicateur: IndicateurBilan): boolean {
  return indicateur.modeAgregation !== 'RATIO' && indicateur.modeAgregation !== 'MOYENNE';
}

/** Value since January, this quarter included; over distinct people, an interval (see `Agregat`). */
export function cumulAvec(indicateur: IndicateurBilan, saisie: Saisie): { bas: number | null; haut: number | null } {
  const { cumul, modeAgregation, unite } = indicateur;
  const valeur = valeurDuTrimestre(indicateur, saisie);
  if (valeur === null || !seCumule(indicateur)) return cumul;
  if (modeAgregation === 'DERNIERE_VALEUR') return { bas: valeur, haut: valeur };
  if (modeAgregation === 'MAXIMUM') {
    const plusGrand = Math.max(cumul.haut ?? valeur, valeur);
    return { bas: plusGrand, haut: plusGrand };
  }
  const haut = arrondir((cumul.haut ?? 0) + valeur);
  return { bas: unite === 'PERSONNES' ? Math.max(cumul.bas ?? 0, valeur) : haut, haut };
}

/** What the thin bar shows: how much of the forecast, of the year or else of the quarter. */
export function avancement(
  indicateur: IndicateurBilan,
  saisie: Saisie,
): { valeur: number | null; prevision: number | null } {
  const valeur = valeurDuTrimestre(indicateur, saisie);
  if (!seCumule(indicateur)) return { valeur, prevision: indicateur.previsionAnnee ?? indicateur.previsionTrimestre };
  if (indicateur.previsionAnnee === null) return { valeur, prevision: indicateur.previsionTrimestre };
  return { valeur: cumulAvec(indicateur, saisie).haut, prevision: indicateur.previsionAnnee };
}

function prevu({ unite, modeAgregation, previsionAnnee, previsionTrimestre }: IndicateurBilan): string {
  const annee = previsionAnnee === null ? '' : `${ecrireValeur(previsionAnnee, unite)} prévus sur l’année`;
  if (previsionTrimestre === null || previsionTrimestre === previsionAnnee) return annee;
  const trimestre = ecrireValeur(previsionTrimestre, unite);
  if (!annee) return `${trimestre} prévus ce trimestre`;
  return modeAgregation === 'SOMME'
    ? `${annee}, dont ${trimestre} ce trimestre`
    : `${annee}, ${trimestre} ce trimestre`;
}

/** « Entre 78 et 213 depuis janvier ; 300 prévus sur l’année, dont 75 ce trimestre ; 78 au T2 ». */
export function situer(indicateur: IndicateurBilan, saisie: Saisie, trimestrePrecedent: string): string {
  const { unite, precedent } = indicateur;
  const ecrire = (valeur: number | null) => ecrireValeur(valeur, unite);
  // A share over several quarters is computed: one decimal is all that it says.
  const calcule = (valeur: number | null) =>
    ecrire(valeur !== null && unite === 'POURCENTAGE' ? Math.round(valeur * 10) / 10 : valeur);
  const { bas, haut } = cumulAvec(indicateur, saisie);
  const intervalle = bas === haut ? calcule(haut) : `entre ${calcule(bas)} et ${calcule(haut)}`;
  const morceaux = [
    haut === null ? '' : `${intervalle} ${DEPUIS[indicateur.modeAgregation]}`,
    prevu(indicateur),
    precedent ? `${ecrireSaisie(precedent, unite)} au ${trimestrePrecedent}` : '',
  ].filter(Boolean);
  const phrase = morceaux.join('\u00a0; ');
  return phrase.charAt(0).toLocaleUpperCase('fr') + phrase.slice(1);
}
