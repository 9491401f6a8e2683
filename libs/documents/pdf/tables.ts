import type { Content, CustomTableLayout, Table as TablePdf, TableCell } from 'pdfmake/interfaces';
import { CHARTE } from '../charte';
import type { AvantApres, Bloc, Fiche, Table } from '../modele';
import type { Plan } from './plan';
import { LARGEUR, morceaux, partDePage, texte } from './texte';

/** A row held in one piece is never longer. */
const LIGNE_MAX = 0.6;

const LIGNES_FINES: CustomTableLayout = {
  hLineWidth: (ligne, { table: { body } }) => (ligne === 0 || ligne === body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => CHARTE.filet,
  paddingLeft: () => 6,
  paddingRight: () => 6,
  paddingTop: () => 3,
  paddingBottom: () => 3,
  fillColor: (ligne, { table: { headerRows = 1 } }) => (ligne < headerRows ? CHARTE.fond : null),
};
const QUADRILLAGE: CustomTableLayout = {
  ...LIGNES_FINES,
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  vLineColor: () => CHARTE.filet,
};

/** The whole table, its heading held to its first rows and repeated; rows in one piece as long as they hold in a page. */
function quadrille(
  parts: readonly number[],
  entetes: TableCell[][],
  lignes: { cellules: TableCell[]; textes: readonly string[] }[],
  layout: CustomTableLayout,
  tenues = 1,
): Content {
  const somme = parts.reduce((a, b) => a + b, 0);
  const courte = lignes.every(({ textes }) =>
    textes.every((contenu, rang) => partDePage(contenu, (LARGEUR * (parts[rang] ?? 0)) / somme - 12) <= LIGNE_MAX),
  );
  const table: TablePdf = {
    headerRows: entetes.length,
    // A row taller than a page, held to its heading or in one piece, would lose its end.
    ...(courte ? { keepWithHeaderRows: Math.min(tenues, lignes.length), dontBreakRows: true } : {}),
    widths: parts.map((part) => `${(100 * part) / somme}%`),
    body: [...entetes, ...lignes.map(({ cellules }) => cellules)],
  };
  return { layout, margin: [0, 0, 0, 8], fontSize: 9.5, table };
}

export function table({ entetes, parts, lignes, nombres = [], pied = [] }: Table): Content {
  const cellule = (contenu: string, rang: number, gras: boolean): TableCell => ({
    ...texte(contenu),
    ...(gras ? { bold: true } : {}),
    ...(nombres.includes(rang) ? { alignment: 'right' } : {}),
  });
  const rangees = (liste: readonly (readonly string[])[], gras: boolean) =>
    liste.map((textes) => ({ textes, cellules: textes.map((contenu, rang) => cellule(contenu, rang, gras)) }));
  return quadrille(
    parts,
    [entetes.map((entete, rang) => cellule(entete, rang, true))],
    [...rangees(lignes, false), ...rangees(pied, true)],
    LIGNES_FINES,
  );
}

/** A title over all the columns. */
const enteteDe = (titre: string, colonnes: number): TableCell[] => [
  { ...texte(titre), bold: true, color: CHARTE.marque, colSpan: colonnes },
  ...Array.from({ length: colonnes - 1 }, (): TableCell => ({})),
];

export function fiche({ titre, lignes }: Fiche, plan: Plan): Content {
  return quadrille(
    [3, 7],
    [enteteDe(titre, 2)],
    lignes.map(({ terme, valeur }, rang) => ({
      textes: [terme, valeur],
      cellules: [
        // The entry of the outline is in the first row: that of the title would come again with it on each page.
        { ...texte(terme), color: CHARTE.doux, ...(rang === 0 ? plan.entree(titre) : {}) },
        texte(valeur),
      ],
    })),
    QUADRILLAGE,
    // The first only says again what the title says.
    2,
  );
}

export function avantApres({ titre, lignes }: AvantApres): Content {
  return quadrille(
    [24, 38, 38],
    [
      ...(titre === null ? [] : [enteteDe(titre, 3)]),
      ['Ce qui change', 'Avant', 'Après'].map((entete) => ({ ...texte(entete), bold: true })),
    ],
    lignes.map(({ champ, avant, apres }) => ({
      textes: [champ, ...[avant, apres].map((cote) => cote.map((mot) => mot.texte).join(''))],
      cellules: [{ ...texte(champ), color: CHARTE.doux }, morceaux(avant), morceaux(apres)],
    })),
    QUADRILLAGE,
  );
}

export function encadre({ titre, texte: contenu, note }: Extract<Bloc, { genre: 'ENCADRE' }>): Content {
  return {
    unbreakable: partDePage(`${titre}\n${contenu}\n${note ?? ''}`, LARGEUR - 20) <= LIGNE_MAX,
    margin: [0, 2, 0, 8],
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (colonne) => (colonne === 0 ? 2.5 : 0),
      vLineColor: () => CHARTE.marque,
      paddingLeft: () => 10,
      paddingRight: () => 8,
      paddingTop: () => 5,
      paddingBottom: () => 5,
      fillColor: () => CHARTE.fond,
    },
    table: {
      // Not « * »: a long word would push the frame out of the page.
      widths: ['100%'],
      body: [
        [
          {
            stack: [
              { ...texte(titre), bold: true, color: CHARTE.marque },
              texte(contenu),
              ...(note
                ? [{ ...texte(note), italics: true, margin: [0, 2, 0, 0] as [number, number, number, number] }]
                : []),
            ],
          },
        ],
      ],
    },
  };
}
