import { ExternalHyperlink, TextRun, type ParagraphChild } from 'docx';
import type { Fragment } from '@coopilote/domain/commun';
import type { Morceau } from '@coopilote/domain/commun';
import { CHARTE } from '../charte';

export const couleur = (nom: keyof typeof CHARTE): string => CHARTE[nom].slice(1);
/** Twentieths of a point. */
export const POINT = 20;
/** Usable width of an A4 page between margins of 56 points. */
export const LARGEUR = 483 * POINT;

export type Style = {
  bold?: boolean;
  italics?: boolean;
  strike?: boolean;
  underline?: object;
  size?: number;
  color?: string;
  style?: string;
};

/** Signs that XML 1.0 cannot hold would make the whole file unreadable. */
export const sansControles = (contenu: string): string =>
  contenu.replace(/[\p{Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, (signe) =>
    signe === '\n' || signe === '\t' ? signe : '',
  );

/** A text, its line breaks kept. */
export function texte(contenu: string, style: Style = {}): TextRun[] {
  return sansControles(contenu)
    .split('\n')
    .map((ligne, rang) => new TextRun({ ...style, text: ligne, ...(rang > 0 ? { break: 1 } : {}) }));
}

export function fragments(liste: readonly Fragment[]): ParagraphChild[] {
  return liste.flatMap(({ texte: contenu, gras, italique, lien }): ParagraphChild[] => {
    const style = { ...(gras ? { bold: true } : {}), ...(italique ? { italics: true } : {}) };
    if (!lien) return texte(contenu, style);
    return [new ExternalHyperlink({ link: lien, children: texte(contenu, { ...style, style: 'Hyperlink' }) })];
  });
}

/** Words of a comparison: never told apart by their colour alone. */
export function morceaux(liste: readonly Morceau[], style: Style): TextRun[] {
  return liste.flatMap(({ texte: contenu, genre }) =>
    texte(contenu, {
      ...style,
      ...(genre === 'RETIRE' ? { strike: true, color: couleur('doux') } : {}),
      ...(genre === 'AJOUTE' ? { underline: {} } : {}),
    }),
  );
}
