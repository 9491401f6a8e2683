import type { ContentText } from 'pdfmake/interfaces';
import type { Fragment } from '@coopilote/domain/commun';
import type { Morceau } from '@coopilote/domain/commun';
import { CHARTE } from '../charte';
import { parPolice } from './polices';

/** Usable width of an A4 page between margins of 56 points, and usable height. */
export const LARGEUR = 483;
const HAUTEUR = 714;
const INTERLIGNE = 12.6;
/** Mean width of a sign at the size of tables. */
const SIGNE = 4.8;

/** A text, in the fonts that can draw it. */
export function texte(contenu: string): ContentText {
  return fragments([{ texte: contenu }]);
}

export function fragments(liste: readonly Fragment[]): ContentText {
  return {
    text: liste.flatMap(({ texte: contenu, gras, italique, lien }) =>
      suites(contenu, {
        ...(gras ? { bold: true } : {}),
        ...(italique ? { italics: true } : {}),
        ...(lien ? { link: lien, color: CHARTE.marque, decoration: 'underline' as const } : {}),
      }),
    ),
  };
}

/** Words of a comparison: never told apart by their colour alone. */
export function morceaux(liste: readonly Morceau[]): ContentText {
  return {
    text: liste.flatMap(({ texte: contenu, genre }) =>
      suites(contenu, {
        ...(genre === 'RETIRE' ? { decoration: 'lineThrough' as const, color: CHARTE.doux } : {}),
        ...(genre === 'AJOUTE' ? { decoration: 'underline' as const } : {}),
      }),
    ),
  };
}

type Style = Pick<ContentText, 'bold' | 'italics' | 'link' | 'color' | 'decoration'>;
const suites = (contenu: string, style: Style): ContentText[] =>
  parPolice(contenu).map(({ texte: text, police }) => ({
    text,
    ...(police === 'Texte' ? {} : { font: police }),
    ...style,
  }));

/**
 * Part of a page that a text takes in a column, at most: what must not break and does not hold in a page would lose its end.
 * @param largeur of the column, in points
 */
export function partDePage(contenu: string, largeur: number): number {
  const parLigne = Math.max(1, Math.floor(largeur / SIGNE));
  const lignes = contenu.split('\n').reduce((somme, ligne) => somme + Math.ceil((ligne.length + 1) / parLigne), 0);
  return (lignes * INTERLIGNE) / HAUTEUR;
}
