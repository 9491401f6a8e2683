import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type Table,
} from 'docx';
import type { BlocTexte } from '@coopilote/domain/commun';
import type { CHARTE } from '../charte';
import { abreger, type Bloc, type Ouvrage } from '../modele';
import { avantApres, encadre, fiche, graphique, signatures, table } from './tables';
import { couleur, fragments, LARGEUR, POINT, sansControles, texte } from './texte';

/** Our own font is not on the machine of who opens the file. */
const POLICE = 'Calibri';
const NUMEROS = 'numeros';
const MARGE = 56 * POINT;

/** Draws a document for a word processor: styles and headings, so that it can be worked on, and what the PDF says. */
export async function dessinerDocx(ouvrage: Ouvrage): Promise<Buffer> {
  // Each ordered list counts from one: it is an instance of the same numbering.
  const listes: Listes = { rang: 0 };
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
        children: [...logos(ouvrage), ...tete(ouvrage), ...corps(ouvrage, listes)],
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
        children: [abreger(sansControles(contenu)), '\tpage ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });

function tete({ surtitre, titre: intitule, faits }: Ouvrage): Paragraph[] {
  return [
    new Paragraph({ children: [new TextRun({ text: surtitre, bold: true, color: couleur('marque') })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, spacing: { after: 10 * POINT }, children: texte(intitule) }),
    ...faits.map(
      ({ terme, valeur }) =>
        new Paragraph({
          spacing: { after: 2 * POINT },
          children: [new TextRun({ text: `${terme}\u00a0: `, color: couleur('doux') }), ...texte(valeur)],
        }),
    ),
  ];
}

const LOGO = { largeur: 146, hauteur: 64 };

/** One after the other, each with the name of whose it is. */
function logos({ logos: liste = [] }: Ouvrage): Paragraph[] {
  if (liste.length === 0) return [];
  const images = liste.flatMap(({ contenu, genre, largeur, hauteur, nom }) => {
    const echelle = Math.min(LOGO.largeur / largeur, LOGO.hauteur / hauteur);
    const name = sansControles(nom);
    return [
      new ImageRun({
        type: genre,
        data: contenu,
        transformation: { width: Math.round(largeur * echelle), height: Math.round(hauteur * echelle) },
        altText: { name, title: name, description: name },
      }),
      new TextRun('   '),
    ];
  });
  return [new Paragraph({ spacing: { after: 14 * POINT }, children: images })];
}

type Listes = { rang: number };

function corps({ blocs }: Ouvrage, listes: Listes): (Paragraph | Table)[] {
  return blocs.flatMap((b, rang) => {
    if (b.genre === 'SAUT') return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 } })];
    // A page of signatures alone could be put under another text.
    const finDuTexte = blocs[rang + 1]?.genre === 'TITRE' && blocs[rang + 2]?.genre === 'SIGNATURES';
    return bloc(b, listes, finDuTexte);
  });
}

const NIVEAUX = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

function bloc(b: Exclude<Bloc, { genre: 'SAUT' }>, listes: Listes, keepNext: boolean): (Paragraph | Table)[] {
  switch (b.genre) {
    case 'TITRE':
      return [new Paragraph({ heading: NIVEAUX[b.niveau], children: texte(b.texte) })];
    case 'PHRASE':
      return [new Paragraph({ keepNext, children: texte(b.texte) })];
    case 'TEXTE':
      return b.blocs.flatMap((part, rang) => blocTexte(part, listes, keepNext && rang === b.blocs.length - 1));
    case 'LISTE':
      return b.elements.map((e) => new Paragraph({ bullet: { level: 0 }, children: texte(e) }));
    case 'TABLE':
      return [table(b), apresTable()];
    case 'FICHE':
      return [fiche(b), apresTable()];
    case 'AVANT_APRES':
      return [avantApres(b), apresTable()];
    case 'GRAPHIQUE':
      return [
        new Paragraph({ keepNext: true, children: texte(b.titre, { bold: true }) }),
        graphique(b),
        new Paragraph({ children: texte(b.legende, { size: 17, color: couleur('doux') }) }),
      ];
    case 'SIGNATURES':
      return [signatures(b.cadres), apresTable()];
    case 'ENCADRE':
      return encadre(b);
  }
}

/** Else two tables in a row are one. */
const apresTable = (): Paragraph => new Paragraph({ spacing: { after: 0 } });

function blocTexte(b: BlocTexte, listes: Listes, keepNext: boolean): Paragraph[] {
  switch (b.genre) {
    case 'PARAGRAPHE':
      return [new Paragraph({ keepNext, keepLines: keepNext, children: fragments(b.contenu) })];
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
      return b.elements.map((e) => new Paragraph({ ...puce, keepNext, children: fragments(e) }));
    }
  }
}
