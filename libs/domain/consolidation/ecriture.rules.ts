import type { ColonneExport, Gabarit, ValeurExport } from './gabarit';

/** A cell of a column, words in place of codes. A value that the source does not name is a fault of ours. */
export function valeurExport({ cle, mots }: ColonneExport, valeur: unknown): ValeurExport {
  if (valeur === undefined) throw new Error(`Colonne sans valeur : ${cle}`);
  if (valeur === '' || valeur === null) return null;
  return mots ? (mots[valeur as string] ?? (valeur as string)) : (valeur as ValeurExport);
}

/** A row in the order of its layout. */
export const ligneExport = (gabarit: Gabarit, source: Readonly<Record<string, unknown>>): ValeurExport[] =>
  gabarit.colonnes.map((colonne) => valeurExport(colonne, source[colonne.cle]));

/**
 * What a spreadsheet would run as a formula (CWE-1236; OWASP, « CSV Injection »), blanks before it and full-width signs included. A tab or a line break at the
 * start can hide one too.
 */
const FORMULE = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** A text that a spreadsheet shows and never runs: the apostrophe is its own mark for « this is text ». */
export const sansFormule = (texte: string): string => (FORMULE.test(texte) ? `'${texte}` : texte);

/** A cell of a CSV as Excel reads it in France: decimal comma, 14/04/2026, quotes doubled. */
export function celluleCsv(valeur: ValeurExport, genre: ColonneExport['genre']): string {
  if (valeur === null) return '';
  if (typeof valeur === 'number') return String(valeur).replace('.', ',');
  if (genre === 'date') return valeur.split('-').toReversed().join('/');
  const texte = sansFormule(valeur);
  return /[";\r\n]|^\s|\s$/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
}
