import { estDateJour, type Jour } from '../commun/dates';
import { normaliserRecherche } from '../commun/recherche';

/** What a file may weigh, and what it may open into: a workbook of these tables stays far under. */
export const LIMITES_CLASSEUR = {
  octets: 5 * 1024 * 1024,
  octetsOuverts: 32 * 1024 * 1024,
  entrees: 500,
  lignes: 5000,
  colonnes: 100,
} as const;

/** A value that was understood, or the sentence that says why not and what to write. */
export type Lu<T> = { valeur: T } | { refus: string };

const ESPACES = /[\s\u00a0\u202f']/g;

/** Reads a number as people type it: « 1 200,5 », « 1200.5 », « −3 ». */
export function lireNombre(texte: string): Lu<number> {
  const brut = texte.trim().replace(/\u2212/g, '-');
  const attendu = { refus: 'un nombre est attendu, par exemple 1200 ou 12,5.' };
  if (brut.endsWith('%')) return { refus: `écrivez le nombre seul, sans le signe «\u00a0%\u00a0».` };
  if (/[\s\u00a0\u202f']/.test(brut) && !/^-?\d{1,3}([\s\u00a0\u202f']\d{3})+([.,]\d+)?$/.test(brut)) return attendu;
  const colle = brut.replace(ESPACES, '');
  if (/^-?\d{1,3}\.\d{3}$/.test(colle)) {
    const [entier = '', suite = ''] = colle.split('.');
    return { refus: `ce point peut se lire de deux façons\u00a0: écrivez ${entier}${suite} ou ${entier},${suite}.` };
  }
  return /^-?\d+([.,]\d+)?$/.test(colle) ? { valeur: Number(colle.replace(',', '.')) } : attendu;
}

/** Reads a day typed as text: « 31/03/2026 », « 2026-03-31 ». */
export function lireJour(texte: string): Lu<Jour> {
  const francais = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(texte.trim());
  const jour = francais
    ? `${francais[3]}-${francais[2]?.padStart(2, '0')}-${francais[1]?.padStart(2, '0')}`
    : texte.trim();
  return estDateJour(jour) ? { valeur: jour } : { refus: 'une date est attendue, par exemple 31/03/2026.' };
}

/** Reads a value of a list, case, accents and spaces aside; another is answered with the nearest. */
export function lireChoix<T>(texte: string, choix: readonly { libelle: string; valeur: T }[]): Lu<T> {
  const cherche = normaliserRecherche(texte);
  const exact = choix.find(({ libelle }) => normaliserRecherche(libelle) === cherche);
  if (exact) return { valeur: exact.valeur };
  const proche = plusProche(cherche, choix.map((c) => c.libelle)); // prettier-ignore
  if (proche) return { refus: `ce choix n’existe pas. Vouliez-vous dire «\u00a0${proche}\u00a0»\u00a0?` };
  // One word a value: what is understood besides is not offered.
  const offerts = choix.filter((c, i) => choix.findIndex(({ valeur }) => valeur === c.valeur) === i);
  const montres = offerts.slice(0, 5).map(({ libelle }) => `«\u00a0${libelle}\u00a0»`);
  const suite = offerts.length > montres.length ? '…' : '.';
  return { refus: `ce choix n’existe pas. Choisissez dans la liste\u00a0: ${montres.join(', ')}${suite}` };
}

/** The label of a list nearest to what was typed; null when none resembles it. */
export function plusProche(texte: string, libelles: readonly string[]): string | null {
  const cherche = normaliserRecherche(texte);
  if (!cherche) return null;
  const notes = libelles
    .map((libelle) => ({ libelle, ecart: ecartEntre(cherche, normaliserRecherche(libelle)) }))
    .sort((a, b) => a.ecart - b.ecart);
  const [premier] = notes;
  return premier && premier.ecart <= 0.4 ? premier.libelle : null;
}

/** 0 when the same, 1 when nothing is common; what starts a label is near it. */
function ecartEntre(a: string, b: string): number {
  if (b.startsWith(a) && a.length >= 3) return 0.2;
  if (a.length >= 5 && distance(a.slice(0, 80), b.slice(0, Math.min(a.length, 80))) / a.length <= 0.2) return 0.3;
  return distance(a.slice(0, 80), b.slice(0, 80)) / Math.max(a.length, b.length, 1);
}

/** Letters to add, drop, change or swap with the next (optimal string alignment). */
function distance(a: string, b: string): number {
  const lignes = [Array.from({ length: b.length + 1 }, (_, i) => i)];
  const ecart = (i: number, j: number): number => lignes[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const ligne = [i];
    lignes.push(ligne);
    for (let j = 1; j <= b.length; j++) {
      const cout = a[i - 1] === b[j - 1] ? 0 : 1;
      const echange = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      ligne.push(
        Math.min(
          ecart(i - 1, j) + 1,
          ecart(i, j - 1) + 1,
          ecart(i - 1, j - 1) + cout,
          ...(echange ? [ecart(i - 2, j - 2) + 1] : []),
        ),
      );
    }
  }
  return ecart(a.length, b.length);
}

/** Letters of a column, from its rank: 0 → A, 26 → AA. */
export function lettresColonne(rang: number): string {
  const avant = Math.floor(rang / 26);
  return (avant ? lettresColonne(avant - 1) : '') + String.fromCharCode(65 + (rang % 26));
}

/** « C7 », from ranks that start at 0. */
export function adresseCellule(ligne: number, colonne: number): string {
  return `${lettresColonne(colonne)}${ligne + 1}`;
}
