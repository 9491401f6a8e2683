import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { BlocTexte, Fragment } from '@coopilote/domain/commun';
import { CHARTE } from '../charte';
import type { Bloc, Ouvrage } from '../modele';

/** Our own font is not on the machine of who opens the file. */
const POLICE = 'Calibri';
const NUMEROS = 'numeros';
const couleur = (nom: keyof typeof CHARTE): string => CHARTE[nom].slice(1);
/** Twentieths of a point. */
const POINT = 20;
/** Usable width of an A4 page between margins of 56 points. */
const LARGEUR = 483 * POINT;
const MARGE = 56 * POINT;

/** Draws a document for a word processor: styles and headings, so that it can be worked on, and what the PDF says. */
export async function dessinerDocx(ouvrage: Ouvrage): Promise<Buffer> {
  // Each ordered list counts from one: it is an instance of the same numbering.
  const listes = { rang: 0 };
  const document = new Document({
    title: ouvrage.titre,
    creator: ouvrage.auteur,
    subject: ouvrage.sujet,
    lastModifiedBy: 'Coopilote',
    styles: STYLES,
    numbering: { config: [{ reference: NUMEROS, levels: [NIVEAU] }] },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGE, bottom: MARGE, left: MARGE, right: MARGE },
          },
        },
        headers: ouvrage.bandeau ? { default: new Header({ children: [bandeau(ouvrage.bandeau)] }) } : {},
        footers: { default: new Footer({ children: [pied(ouvrage.titre)] }) },
        children: [...tete(ouvrage), ...ouvrage.blocs.flatMap((b) => bloc(b, listes))],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const titre = (taille: number, nom: keyof typeof CHARTE, avant: number) => ({
  run: { font: POLICE, size: taille * 2, bold: true, color: couleur(nom) },
  paragraph: { spacing: { before: avant * POINT, after: 4 * POINT }, keepNext: true },
});
const STYLES = {
  default: {
    document: {
      run: { font: POLICE, size: 21, color: couleur('encre'), language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 6 * POINT } },
    },
    title: titre(20, 'encre', 0),
    heading1: titre(14, 'marque', 14),
    heading2: titre(11.5, 'encre', 10),
    heading3: titre(11, 'encre', 8),
    heading4: titre(10.5, 'doux', 6),
    hyperlink: { run: { color: couleur('marque'), underline: {} } },
  },
};
const NIVEAU = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '%1.',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 360, hanging: 360 } } },
};

const bandeau = (contenu: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: contenu, bold: true, color: couleur('marque') })],
  });

const pied = (contenu: string): Paragraph =>
  new Paragraph({
    tabStops: [{ type: 'right', position: LARGEUR }],
    children: [
      new TextRun({
        size: 17,
        color: couleur('doux'),
        children: [sansControles(contenu).slice(0, 80), '\tpage ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });

function tete({ surtitre, titre: intitule, faits }: Ouvrage): Paragraph[] {
  return [
    new Paragraph({ children: [new TextRun({ text: surtitre, bold: true, color: couleur('marque') })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: texte(intitule) }),
    ...faits.map(
      ({ terme, valeur }) =>
        new Paragraph({
          spacing: { after: 2 * POINT },
          children: [new TextRun({ text: `${terme}\u00a0: `, color: couleur('doux') }), ...texte(valeur)],
        }),
    ),
  ];
}

function bloc(b: Bloc, listes: { rang: number }): (Paragraph | Table)[] {
  switch (b.genre) {
    case 'TITRE':
      return [
        new Paragraph({
          heading: b.niveau === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: texte(b.texte),
        }),
      ];
    case 'PHRASE':
      return [new Paragraph({ children: texte(b.texte) })];
    case 'TEXTE':
      return b.blocs.flatMap((part) => blocTexte(part, listes));
    case 'LISTE':
      return b.elements.map((e) => new Paragraph({ bullet: { level: 0 }, children: texte(e) }));
    case 'TABLE':
      return [table(b), new Paragraph({ spacing: { after: 0 } })];
    case 'ENCADRE':
      return encadre(b);
  }
}

function blocTexte(b: BlocTexte, listes: { rang: number }): Paragraph[] {
  switch (b.genre) {
    case 'PARAGRAPHE':
      return [new Paragraph({ children: fragments(b.contenu) })];
    case 'TITRE':
      return [
        new Paragraph({
          heading: b.niveau === 1 ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_4,
          children: fragments(b.contenu),
        }),
      ];
    case 'LISTE': {
      const puce: IParagraphOptions = b.ordonnee
        ? { numbering: { reference: NUMEROS, level: 0, instance: ++listes.rang } }
        : { bullet: { level: 0 } };
      return b.elements.map((e) => new Paragraph({ ...puce, children: fragments(e) }));
    }
  }
}

function table({ entetes, parts, lignes }: Extract<Bloc, { genre: 'TABLE' }>): Table {
  const somme = parts.reduce((a, b) => a + b, 0);
  const largeurs = parts.map((part) => Math.round((LARGEUR * part) / somme));
  const cellule = (contenu: string, rang: number, gras: boolean): TableCell =>
    new TableCell({
      width: { size: largeurs[rang] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 100, right: 100 },
      ...(gras ? { shading: { type: ShadingType.CLEAR, fill: couleur('fond') } } : {}),
      children: [new Paragraph({ spacing: { after: 0 }, children: texte(contenu, { size: 19, bold: gras }) })],
    });
  const trait = { style: BorderStyle.SINGLE, size: 4, color: couleur('filet') };
  const rien = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: LARGEUR, type: WidthType.DXA },
    columnWidths: largeurs,
    borders: { top: trait, bottom: trait, left: rien, right: rien, insideHorizontal: trait, insideVertical: rien },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: entetes.map((e, i) => cellule(e, i, true)) }),
      ...lignes.map(
        (ligne) => new TableRow({ cantSplit: true, children: ligne.map((contenu, i) => cellule(contenu, i, false)) }),
      ),
    ],
  });
}

function encadre({ titre: intitule, texte: contenu, note }: Extract<Bloc, { genre: 'ENCADRE' }>): Paragraph[] {
  const cadre = {
    border: { left: { style: BorderStyle.SINGLE, size: 20, color: couleur('marque'), space: 8 } },
    shading: { type: ShadingType.CLEAR, fill: couleur('fond') },
    indent: { left: 200 },
    keepLines: true,
  };
  const paragraphe = (suite: boolean, children: ParagraphChild[]): Paragraph =>
    new Paragraph({ ...cadre, keepNext: suite, spacing: { after: suite ? 0 : 8 * POINT }, children });
  return [
    paragraphe(true, texte(intitule, { bold: true, color: couleur('marque') })),
    paragraphe(note !== null, texte(contenu)),
    ...(note === null ? [] : [paragraphe(false, texte(note, { italics: true }))]),
    // Else two frames in a row are one.
    new Paragraph({ spacing: { after: 0, line: 80 } }),
  ];
}

type Style = { bold?: boolean; italics?: boolean; size?: number; color?: string; style?: string };

/** Signs that XML 1.0 cannot hold would make the whole file unreadable. */
const sansControles = (contenu: string): string =>
  contenu.replace(/[\p{Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, (signe) =>
    signe === '\n' || signe === '\t' ? signe : '',
  );

/** A text, its line breaks kept. */
function texte(contenu: string, style: Style = {}): TextRun[] {
  return sansControles(contenu)
    .split('\n')
    .map((ligne, rang) => new TextRun({ ...style, text: ligne, ...(rang > 0 ? { break: 1 } : {}) }));
}

function fragments(liste: readonly Fragment[]): ParagraphChild[] {
  return liste.flatMap(({ texte: contenu, gras, italique, lien }): ParagraphChild[] => {
    const style = { ...(gras ? { bold: true } : {}), ...(italique ? { italics: true } : {}) };
    if (!lien) return texte(contenu, style);
    return [new ExternalHyperlink({ link: lien, children: texte(contenu, { ...style, style: 'Hyperlink' }) })];
  });
}
