import type { ColonneGrille } from './colonne';
import { texteDe, valeurDe } from './valeurs';

/** A cell that starts like this is run as a formula by spreadsheets (CSV injection). */
const FORMULE = /^[=+\-@\t\r]/;

/**
 * Writes rows as CSV for a French spreadsheet: semicolons, decimal comma, and a byte order mark so that accents survive.
 * Money is in euros. A text that would start a formula gets an apostrophe; a number stays a number.
 */
export function ecrireCsv<L>(colonnes: readonly ColonneGrille<L>[], lignes: readonly L[]): string {
  const entetes = colonnes.map((colonne) =>
    cellule(colonne.groupe ? `${colonne.groupe} – ${colonne.entete}` : colonne.entete),
  );
  const corps = lignes.map((ligne) =>
    colonnes.map((colonne) => {
      if (colonne.exporte) return cellule(colonne.exporte(ligne));
      const valeur = valeurDe(colonne, ligne);
      if (colonne.genre === 'date' && valeur !== null) return cellule(texteDe(colonne, ligne));
      return cellule(colonne.genre === 'euros' && typeof valeur === 'number' ? valeur / 100 : valeur);
    }),
  );
  return `\ufeff${[entetes, ...corps].map((cellules) => cellules.join(';')).join('\r\n')}\r\n`;
}

function cellule(valeur: number | string | null): string {
  if (valeur === null) return '';
  if (typeof valeur === 'number') return String(valeur).replace('.', ',');
  const sure = FORMULE.test(valeur) ? `'${valeur}` : valeur;
  return /[";\r\n]/.test(sure) ? `"${sure.replaceAll('"', '""')}"` : sure;
}

/** Hands a file to the person. */
export function telecharger(nom: string, contenu: string, type = 'text/csv;charset=utf-8'): void {
  const adresse = URL.createObjectURL(new Blob([contenu], { type }));
  const lien = document.createElement('a');
  lien.href = adresse;
  lien.download = nom;
  lien.click();
  URL.revokeObjectURL(adresse);
}
