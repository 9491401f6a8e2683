import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type ITableBordersOptions,
  type ParagraphChild,
} from 'docx';
import type { AvantApres, Bloc, CadreSignature, Fiche, Graphique, Table as TableDite } from '../modele';
import { barre } from './barre';
import { couleur, LARGEUR, morceaux, POINT, texte } from './texte';

const TRAIT = { style: BorderStyle.SINGLE, size: 4, color: couleur('filet') };
const RIEN = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LIGNES_FINES: ITableBordersOptions = {
  top: TRAIT,
  bottom: TRAIT,
  left: RIEN,
  right: RIEN,
  insideHorizontal: TRAIT,
  insideVertical: RIEN,
};
const QUADRILLAGE: ITableBordersOptions = { ...LIGNES_FINES, left: TRAIT, right: TRAIT, insideVertical: TRAIT };
const CORPS = { size: 19 };

interface Cellule {
  contenu: ParagraphChild[];
  droite?: boolean;
  /** Columns that it takes. */
  etendue?: number;
}

function quadrille(
  parts: readonly number[],
  entetes: readonly (readonly Cellule[])[],
  lignes: readonly (readonly Cellule[])[],
  borders: ITableBordersOptions,
): Table {
  const somme = parts.reduce((a, b) => a + b, 0);
  const largeurs = parts.map((part) => Math.round((LARGEUR * part) / somme));
  const rangee = (cellules: readonly Cellule[], entete: boolean): TableRow =>
    new TableRow({
      tableHeader: entete,
      cantSplit: true,
      children: cellules.map(
        ({ contenu, droite, etendue = 1 }, rang) =>
          new TableCell({
            width: {
              size: largeurs.slice(rang, rang + etendue).reduce((a, b) => a + b, 0),
              type: WidthType.DXA,
            },
            columnSpan: etendue,
            margins: { top: 40, bottom: 40, left: 100, right: 100 },
            ...(entete ? { shading: { type: ShadingType.CLEAR, fill: couleur('fond') } } : {}),
            children: [
              new Paragraph({
                spacing: { after: 0 },
                keepNext: entete,
                ...(droite ? { alignment: 'right' as const } : {}),
                children: contenu,
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: LARGEUR, type: WidthType.DXA },
    columnWidths: largeurs,
    borders,
    rows: [...entetes.map((ligne) => rangee(ligne, true)), ...lignes.map((ligne) => rangee(ligne, false))],
  });
}

export function table({ entetes, parts, lignes, nombres = [], pied = [] }: TableDite): Table {
  const rangee = (cellules: readonly string[], bold: boolean): Cellule[] =>
    cellules.map((contenu, rang) => ({ contenu: texte(contenu, { ...CORPS, bold }), droite: nombres.includes(rang) }));
  return quadrille(
    parts,
    [rangee(entetes, true)],
    [...lignes.map((ligne) => rangee(ligne, false)), ...pied.map((ligne) => rangee(ligne, true))],
    LIGNES_FINES,
  );
}

/** Bars between their words and their figures, on one scale. */
export function graphique({ lignes }: Graphique): Table {
  const maximum = Math.max(1, ...lignes.flatMap(({ haut, repere }) => [haut, repere ?? 0]));
  return quadrille(
    [28, 48, 24],
    [],
    lignes.map((ligne) => [
      { contenu: texte(ligne.libelle, CORPS) },
      { contenu: [barre(ligne, maximum)] },
      { contenu: texte(ligne.valeur, CORPS) },
    ]),
    { ...LIGNES_FINES, top: RIEN, bottom: RIEN, insideHorizontal: RIEN },
  );
}

/** A title over all the columns. */
const enteteDe = (titre: string, colonnes: number): Cellule[] => [
  { contenu: texte(titre, { ...CORPS, bold: true, color: couleur('marque') }), etendue: colonnes },
];

export function fiche({ titre, lignes }: Fiche): Table {
  return quadrille(
    [3, 7],
    [enteteDe(titre, 2)],
    lignes.map(({ terme, valeur }) => [
      { contenu: texte(terme, { ...CORPS, color: couleur('doux') }) },
      { contenu: texte(valeur, CORPS) },
    ]),
    QUADRILLAGE,
  );
}

export function avantApres({ titre, lignes }: AvantApres): Table {
  return quadrille(
    [24, 38, 38],
    [
      ...(titre === null ? [] : [enteteDe(titre, 3)]),
      ['Ce qui change', 'Avant', 'Après'].map((entete) => ({ contenu: texte(entete, { ...CORPS, bold: true }) })),
    ],
    lignes.map(({ champ, avant, apres }) => [
      { contenu: texte(champ, { ...CORPS, color: couleur('doux') }) },
      { contenu: morceaux(avant, CORPS) },
      { contenu: morceaux(apres, CORPS) },
    ]),
    QUADRILLAGE,
  );
}

/** Two frames a row, none ever on two pages. */
export function signatures(cadres: readonly CadreSignature[]): Table {
  const cellule = (c: CadreSignature | undefined): TableCell =>
    new TableCell({
      width: { size: LARGEUR / 2, type: WidthType.DXA },
      margins: { top: 120, bottom: 120, left: 160, right: 160 },
      // The last one of an odd number stands alone.
      ...(c ? {} : { borders: { top: RIEN, right: RIEN, bottom: RIEN } }),
      children: c
        ? [
            new Paragraph({ spacing: { after: 0 }, children: texte(c.nom, { bold: true }) }),
            ...(c.qui ? [new Paragraph({ spacing: { after: 0 }, children: texte(c.qui) })] : []),
            new Paragraph({
              spacing: { before: 6 * POINT, after: c.aSigner ? 56 * POINT : 0 },
              children: texte(c.mention),
            }),
          ]
        : [new Paragraph({})],
    });
  return new Table({
    width: { size: LARGEUR, type: WidthType.DXA },
    columnWidths: [LARGEUR / 2, LARGEUR / 2],
    borders: QUADRILLAGE,
    rows: Array.from(
      { length: Math.ceil(cadres.length / 2) },
      (_, i) => new TableRow({ cantSplit: true, children: [cellule(cadres[2 * i]), cellule(cadres[2 * i + 1])] }),
    ),
  });
}

export function encadre({ titre, texte: contenu, note }: Extract<Bloc, { genre: 'ENCADRE' }>): Paragraph[] {
  const cadre = {
    border: { left: { style: BorderStyle.SINGLE, size: 20, color: couleur('marque'), space: 8 } },
    shading: { type: ShadingType.CLEAR, fill: couleur('fond') },
    indent: { left: 200 },
    keepLines: true,
  };
  const paragraphe = (suite: boolean, children: ParagraphChild[]): Paragraph =>
    new Paragraph({ ...cadre, keepNext: suite, spacing: { after: suite ? 0 : 8 * POINT }, children });
  return [
    paragraphe(true, texte(titre, { bold: true, color: couleur('marque') })),
    paragraphe(note !== null, texte(contenu)),
    ...(note === null ? [] : [paragraphe(false, texte(note, { italics: true }))]),
    // Else two frames in a row are one.
    new Paragraph({ spacing: { after: 0, line: 80 } }),
  ];
}
