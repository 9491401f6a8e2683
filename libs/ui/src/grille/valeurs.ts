import type { EtatMontre } from '../affichage/etats';
import { etatReponse } from '../affichage/etats';
import { formatDateJour, formatEuros, formatNombre, formatPourcent, sansAccent } from '../format/format';
import { lireChemin } from '../formulaire/chemins';
import type { ColonneGrille, GenreDeGrille } from './colonne';

/** Kinds whose values are numbers, aligned at the right. */
export const CHIFFRES: ReadonlySet<GenreDeGrille> = new Set(['nombre', 'euros', 'pourcent']);

/** The value that sorts and filters: a number, a text, or null. */
export function valeurDe<L>(colonne: ColonneGrille<L>, ligne: L): number | string | null {
  const brute = colonne.valeur ? colonne.valeur(ligne) : lireChemin(ligne, colonne.cle);
  if (colonne.genre === 'etat' || colonne.genre === 'oui') return etatDe(colonne, ligne)?.texte ?? null;
  if (Array.isArray(brute)) return brute.length ? brute.join(', ') : null;
  if (brute === null || brute === undefined || brute === '') return null;
  return typeof brute === 'number' ? brute : String(brute);
}

/** The state of a cell of the kinds `etat` and `oui`. */
export function etatDe<L>(colonne: ColonneGrille<L>, ligne: L): EtatMontre | null {
  if (colonne.etat) return colonne.etat(ligne);
  const brute = colonne.valeur ? colonne.valeur(ligne) : lireChemin(ligne, colonne.cle);
  if (brute === 'OUI' || brute === 'EN_PARTIE' || brute === 'NON') return etatReponse(brute);
  return typeof brute === 'string' && brute ? { ton: 'neutre', icone: 'neutre', texte: brute } : null;
}

/** The text of a cell, as shown. */
export function texteDe<L>(colonne: ColonneGrille<L>, ligne: L): string {
  const valeur = valeurDe(colonne, ligne);
  if (valeur === null) return colonne.genre === 'repere' ? '' : '–';
  if (typeof valeur === 'number') {
    if (colonne.genre === 'euros') return formatEuros(valeur);
    if (colonne.genre === 'pourcent') return formatPourcent(valeur, colonne.decimales);
    return formatNombre(valeur, colonne.decimales);
  }
  return colonne.genre === 'date' ? formatDateJour(valeur) : valeur;
}

/** True when every typed word is found in the row. */
export function contient<L>(colonnes: readonly ColonneGrille<L>[], ligne: L, cherche: string): boolean {
  const mots = sansAccent(cherche).split(/\s+/).filter(Boolean);
  if (!mots.length) return true;
  const texte = sansAccent(colonnes.map((colonne) => texteDe(colonne, ligne)).join(' '));
  return mots.every((mot) => texte.includes(mot));
}
