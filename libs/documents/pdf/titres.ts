import type { Content, ContentTable, ContentText } from 'pdfmake/interfaces';
import { LARGEUR, partDePage } from './texte';

/** Part of a page, for what is held whole under its heading. */
const PARAGRAPHE_COURT = 0.15;

/**
 * Holds each heading to the short text that it announces. Where the callback of pdfmake moves a heading instead, the whole
 * document is laid out once more each time: it is left to those that a table or a long text follows.
 */
export function tenirTitres(contenu: readonly Content[]): Content[] {
  const resultat: Content[] = [];
  for (let i = 0; i < contenu.length; i++) {
    const fin = contenu.findIndex((c, rang) => rang >= i && !estTitre(c));
    const annonce = contenu[fin];
    const suite = contenu[fin + 1];
    const courte = tientDans(annonce, PARAGRAPHE_COURT) && (suite === undefined || !estTable(suite));
    if (fin > i && courte) {
      resultat.push({ unbreakable: true, stack: contenu.slice(i, fin + 1).map(sansNiveau) });
      i = fin;
    } else resultat.push(avecBesoin(contenu[i] ?? '', suivante(contenu, i)));
  }
  return resultat;
}

/** The table that a heading announces, alone or with others. */
const suivante = (contenu: readonly Content[], rang: number): Content | undefined =>
  contenu.slice(rang).find((c) => !estTitre(c));

/** `headlineLevel` of a heading: the part of a page, in hundredths, that must be left from it down (see dessin.ts). */
function avecBesoin(titre: Content, suite: Content | undefined): Content {
  if (!estTitre(titre) || !suite || !estTable(suite)) return titre;
  return { ...titre, headlineLevel: Math.max(titre.headlineLevel ?? 0, Math.ceil(100 * (TITRE + debut(suite)))) };
}

/** Part of a page for a heading and its margins, for the padding of a row. */
const TITRE = 0.06;
const RANGEE = 0.015;

/** Part of a page for the rows of a table that are held to its heading. */
function debut({ table: { body, widths, headerRows = 0, keepWithHeaderRows = 0 } }: ContentTable): number {
  const largeur = (rang: number): number =>
    (LARGEUR * Number.parseFloat(String((Array.isArray(widths) && widths[rang]) || '100'))) / 100 - 12;
  return body
    .slice(0, headerRows + keepWithHeaderRows)
    .map((rangee, i) =>
      Math.max(...rangee.map((c, rang) => partDePage(motsDe(c), i < headerRows ? LARGEUR : largeur(rang)))),
    )
    .reduce((somme, part) => somme + part + RANGEE, 0);
}

/** A heading whose page is chosen by what holds it, and no longer by where it stands. */
export const sansNiveau = (c: Content): Content => (estTitre(c) ? { ...c, headlineLevel: undefined } : c);

const estObjet = (c: Content | undefined): c is Extract<Content, object> => typeof c === 'object' && c !== null;
export const estTitre = (c: Content | undefined): c is ContentText =>
  estObjet(c) && 'headlineLevel' in c && c.headlineLevel !== undefined;
const estTexte = (c: Content | undefined): boolean =>
  estObjet(c) && !estTitre(c) && ('text' in c || 'ul' in c || 'ol' in c);
const estTable = (c: Content): c is ContentTable => estObjet(c) && 'table' in c;

/** Words of a text or a list, an item a line. */
function motsDe(contenu: unknown): string {
  if (typeof contenu === 'string') return contenu;
  if (Array.isArray(contenu)) return contenu.map(motsDe).join('');
  if (typeof contenu !== 'object' || contenu === null) return '';
  const { text, ul, ol } = contenu as Record<'text' | 'ul' | 'ol', unknown>;
  const elements = ul ?? ol;
  return Array.isArray(elements) ? elements.map(motsDe).join('\n') : motsDe(text);
}

/** A text that can be held to something else, and whole: what does not hold in a page would lose its end. */
export const tientDans = (c: Content | undefined, part: number): c is Content =>
  estTexte(c) && partDePage(motsDe(c), LARGEUR) <= part;
