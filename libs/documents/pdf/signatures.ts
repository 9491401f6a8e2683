import type { Content, TableCell } from 'pdfmake/interfaces';
import { CHARTE } from '../charte';
import type { CadreSignature } from '../modele';
import { estTitre, sansNiveau, tientDans } from './titres';
import { texte } from './texte';

/** Part of a page, for the end of a text that is held to the signatures: more would not hold in a page with them. */
const FIN_MAX = 0.4;
const PLACE = 56;

/**
 * Two frames a row, none ever on two pages. The first row is held to the end of the text, which is taken back from what is
 * already laid: a page of signatures alone could be put under another text.
 */
export function signatures(cadres: readonly CadreSignature[], dejaPoses: Content[]): Content[] {
  const rangees = Array.from({ length: Math.ceil(cadres.length / 2) }, (_, i) => cadres.slice(2 * i, 2 * i + 2));
  const [premiere, ...suite] = rangees;
  if (!premiere) return [];
  return [
    { unbreakable: true, stack: [...reprendreFin(dejaPoses), grille([premiere])] },
    ...(suite.length ? [grille(suite)] : []),
  ];
}

/** The last words, with every heading that announces them or follows them. */
function reprendreFin(dejaPoses: Content[]): Content[] {
  const fin: Content[] = [];
  const reprendre = (): void => {
    const dernier = dejaPoses.pop();
    if (dernier !== undefined) fin.unshift(sansNiveau(dernier));
  };
  const reprendreTitres = (): void => {
    while (estTitre(dejaPoses.at(-1))) reprendre();
  };
  reprendreTitres();
  if (tientDans(dejaPoses.at(-1), FIN_MAX)) {
    reprendre();
    reprendreTitres();
  }
  return fin;
}

function grille(rangees: readonly (readonly CadreSignature[])[]): Content {
  return {
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => CHARTE.filet,
      vLineColor: () => CHARTE.filet,
      paddingLeft: () => 10,
      paddingRight: () => 10,
      paddingTop: () => 8,
      paddingBottom: () => 8,
    },
    table: {
      dontBreakRows: true,
      widths: ['50%', '50%'],
      body: rangees.map(([gauche, droite]): TableCell[] => [
        cadre(gauche),
        // The last one of an odd number stands alone.
        droite ? cadre(droite) : { text: '', border: [true, false, false, false] },
      ]),
    },
  };
}

function cadre(c: CadreSignature | undefined): TableCell {
  if (!c) return '';
  return {
    stack: [
      { ...texte(c.nom), bold: true },
      ...(c.qui ? [texte(c.qui)] : []),
      { ...texte(c.mention), margin: [0, 6, 0, c.aSigner ? PLACE : 0] },
    ],
  };
}
