import type { ModeAgregation, Unite } from '../referentiel/listes';

/** R17: outside the ARS, a count of people from 1 to this is not published. */
export const PETIT_EFFECTIF = 10;
/** What is published must leave a masked count at least this far from being known. */
export const INCERTITUDE = 10;

/** A table of counts, rows by columns; null where there is nothing to publish. */
export type Effectifs = readonly (readonly (number | null)[])[];
/** The same shape: true where the count is not published. */
export type Masques = boolean[][];

const petit = (n: number | null): boolean => n !== null && n >= 1 && n <= PETIT_EFFECTIF;

/**
 * Masks a table whose last row is the sum of the others, and its last column too: each count from 1 to 10, then as many others as
 * it takes for none to be found again within INCERTITUDE from all that is left, sums included. Zeros and absences stay in view,
 * and are known to whoever reads: a masked count is one at least.
 */
export function masquerTable(table: Effectifs, dAbord: Masques = vide(table)): Masques {
  const masques = table.map((ligne, i) => ligne.map((n, j) => petit(n) || (dAbord[i]?.[j] ?? false)));
  for (;;) {
    const trop = cases(table).find(([i, j]) => masques[i]?.[j] && latitude(table, masques, i, j) < INCERTITUDE);
    if (!trop) return masques;
    const aussi = rectangle(table, masques, trop);
    if (!aussi.length) return masques;
    for (const [i, j] of aussi) (masques[i] as boolean[])[j] = true;
  }
}

/** Masks a list whose last count is the sum of the others. */
export function masquerListe(liste: readonly (number | null)[], dAbord: readonly boolean[]): boolean[] {
  // Beside it, two lists that nobody sees: a count may then go from one place to another without any sum across telling it.
  const large = liste.map((_, i) => (i === liste.length - 1 ? liste.length : 1) * 1_000_000);
  const cachee = liste.map(() => true);
  const [masques = []] = masquerTable(
    [liste, large, large.map((n, i) => n + (liste[i] ?? 0))],
    [[...dAbord], cachee, cachee],
  );
  return masques;
}

/** A published indicator: départements then their region, by the four quarters then the year. */
export interface TablePubliee {
  mode: ModeAgregation;
  unite: Unite;
  haut: Effectifs;
  /** Where a ratio has a term from 1 to 10. */
  petitsTermes?: Masques;
}

/**
 * What is masked of an indicator. People summed are masked as a table. Elsewhere a year may be the value of one of its quarters, so
 * that a département is masked whole or not at all; its region too when what is left would tell it, by a sum, a mean, or a maximum.
 */
export function masquerIndicateur({ mode, unite, haut, petitsTermes }: TablePubliee): Masques {
  const personnes = unite === 'PERSONNES';
  if (mode === 'SOMME') return personnes ? masquerTable(haut) : vide(haut);
  let masques = haut.map((ligne, i) =>
    ligne.map((n, j) => (personnes && petit(n)) || (petitsTermes?.[i]?.[j] ?? false)),
  );
  const region = haut.length - 1;
  const compter = () => masques.flat().filter(Boolean).length;
  for (let avant = -1; avant !== compter();) {
    avant = compter();
    masques = masques.map((ligne) => ligne.map(() => ligne.some(Boolean)));
    for (const j of haut[0]?.keys() ?? []) {
      const colonne = haut.map((ligne) => ligne[j] ?? null);
      const caches = masques.map((ligne) => ligne[j] ?? false);
      if (personnes && mode === 'DERNIERE_VALEUR') {
        for (const [i, cache] of masquerListe(colonne, caches).entries()) (masques[i] as boolean[])[j] = cache;
      } else if (colonne.some((n, i) => i < region && caches[i] && (mode !== 'MAXIMUM' || n === colonne[region]))) {
        (masques[region] as boolean[])[j] = true;
      }
    }
  }
  return masques;
}

/** What no low end may show: a département of which a quarter is masked, and the region that adds them up. */
export function masquerBas(masques: Masques): boolean[] {
  const lignes = masques.map((ligne) => ligne.some(Boolean));
  return lignes.map((cache, i) => cache || (i === lignes.length - 1 && lignes.some(Boolean)));
}

type Case = readonly [ligne: number, colonne: number];
const vide = (table: Effectifs): Masques => table.map((ligne) => ligne.map(() => false));
const cases = (table: Effectifs): Case[] => table.flatMap((ligne, i) => ligne.map((_, j) => [i, j] as const));
const valeur = (table: Effectifs, [i, j]: Case): number => table[i]?.[j] ?? 0;

/**
 * The counts to mask too: those that close the cheapest rectangle on the one that is found again, so that what leaves it may come back
 * by another row and another column. Sums are taken last: they say the most.
 */
function rectangle(table: Effectifs, masques: Masques, [i, j]: Case): Case[] {
  const [lignes, colonnes] = [table.length, table[0]?.length ?? 0];
  const prix = (c: Case): number => {
    if (masques[c[0]]?.[c[1]]) return 0;
    const n = valeur(table, c);
    const sommes = Number(c[0] === lignes - 1) + Number(c[1] === colonnes - 1);
    return n === 0 ? Infinity : n + sommes * 1e9;
  };
  let choix: { prix: number; coins: Case[] } = { prix: Infinity, coins: [] };
  for (let a = 0; a < lignes; a++) {
    for (let b = 0; b < colonnes; b++) {
      if (a === i || b === j) continue;
      const coins: Case[] = [[a, j], [i, b], [a, b]]; // prettier-ignore
      const total = coins.reduce((somme, coin) => somme + prix(coin), 0);
      if (total > 0 && total < choix.prix) choix = { prix: total, coins };
    }
  }
  return choix.coins;
}

/**
 * By how much a masked count may still vary when everything in view holds, and each masked count is one at least.
 *
 * Rows and columns are the nodes of a graph, masked counts its edges: what may change without any sum in view changing is what
 * can go around a cycle. A sum counts against its parts, so it changes the other way. How much goes around is a greatest flow
 * (Ahuja, Magnanti, Orlin, Network Flows, 1993, ch. 6), and whole, since the counts are.
 */
function latitude(table: Effectifs, masques: Masques, i: number, j: number): number {
  const baisse = flux(table, masques, i, j, -1);
  if (baisse >= INCERTITUDE) return baisse;
  return baisse + flux(table, masques, i, j, 1);
}

/** How much the masked count of `i`, `j` may go up (`sens` 1) or down (-1), INCERTITUDE at most. */
function flux(table: Effectifs, masques: Masques, i: number, j: number, sens: 1 | -1): number {
  const lignes = table.length;
  const colonnes = table[0]?.length ?? 0;
  const signe = (a: number, b: number): number => (a === lignes - 1 ? -1 : 1) * (b === colonnes - 1 ? -1 : 1);
  const x = table.map((ligne) => ligne.map((n) => n ?? 0));
  let total = 0;
  const limite = sens === -1 ? Math.min(INCERTITUDE, valeur(table, [i, j]) - 1) : INCERTITUDE;
  while (total < limite) {
    const chemin = trouverChemin();
    if (!chemin) break;
    let pas = limite - total;
    for (const [a, b, d] of chemin) if (d < 0) pas = Math.min(pas, (x[a]?.[b] ?? 0) - 1);
    for (const [a, b, d] of chemin) (x[a] as number[])[b] = (x[a]?.[b] ?? 0) + d * pas;
    total += pas;
  }
  return total;

  /** The shortest way to make up for the change, as changes of other masked counts: [row, column, +1 or -1]. */
  function trouverChemin(): [number, number, 1 | -1][] | null {
    // The unknown of an edge, signed so that each row and each column sums to nothing: up by one from a row to a column.
    const depart = sens * signe(i, j);
    const debut = depart > 0 ? lignes + j : i;
    const fin = depart > 0 ? i : lignes + j;
    const venu = new Map<number, { de: number; a: number; b: number; d: 1 | -1 }>([
      [debut, { de: -1, a: -1, b: -1, d: 1 }],
    ]);
    const file = [debut];
    for (let noeud = file.shift(); noeud !== undefined && !venu.has(fin); noeud = file.shift()) {
      const deLigne = noeud < lignes;
      for (let autre = 0; autre < (deLigne ? colonnes : lignes); autre++) {
        const [a, b] = deLigne ? [noeud, autre] : [autre, noeud - lignes];
        if (!masques[a]?.[b] || (a === i && b === j)) continue;
        const d = ((deLigne ? 1 : -1) * signe(a, b)) as 1 | -1;
        if (d < 0 && (x[a]?.[b] ?? 0) < 2) continue;
        const suivant = deLigne ? lignes + b : a;
        if (venu.has(suivant)) continue;
        venu.set(suivant, { de: noeud, a, b, d });
        file.push(suivant);
      }
    }
    if (!venu.has(fin)) return null;
    const chemin: [number, number, 1 | -1][] = [];
    for (let noeud = fin; noeud !== debut;) {
      const pas = venu.get(noeud);
      if (!pas) return null;
      chemin.push([pas.a, pas.b, pas.d]);
      noeud = pas.de;
    }
    return chemin;
  }
}
