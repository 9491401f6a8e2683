import pdfmake from 'pdfmake';
import type { Content, ContentText, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { BlocTexte, Fragment } from '@coopilote/domain/commun';
import { CHARTE } from '../charte';
import type { Bloc, Ouvrage } from '../modele';
import { FAMILLES, lirePolices, parPolice } from './polices';

/** An unbreakable block taller than a page could never be laid out: longer texts may break. */
const TEXTE_COURT = 1200;

/**
 * Past this part of a page, a heading goes to the next one, with what it announces. A second-level heading that follows one
 * of the first level, two lines long, is still above its own mark: both stay together.
 */
const PIED_TITRE_1 = 0.82;
const PIED_TITRE_2 = 0.9;

let pret = false;
function preparer(): typeof pdfmake {
  if (!pret) {
    const { virtualfs } = pdfmake as unknown as { virtualfs: { writeFileSync(nom: string, contenu: Buffer): void } };
    for (const [nom, contenu] of lirePolices()) virtualfs.writeFileSync(nom, contenu);
    pdfmake.setFonts(FAMILLES);
    // Whatever a text holds, no file and no address is ever read for it: fonts come from the memory above.
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy(() => false);
    pret = true;
  }
  return pdfmake;
}

/** Draws a document on A4 pages: outline, repeated table headings, page numbers, metadata. */
export async function dessinerPdf(ouvrage: Ouvrage): Promise<Buffer> {
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [56, 64, 56, 64],
    version: '1.7',
    language: 'fr-FR',
    displayTitle: true,
    info: {
      title: ouvrage.titre,
      author: ouvrage.auteur,
      subject: ouvrage.sujet,
      creator: 'Coopilote',
      producer: 'Coopilote',
      creationDate: ouvrage.creeLe,
    },
    defaultStyle: { font: 'Texte', fontSize: 10.5, lineHeight: 1.2, color: CHARTE.encre },
    header: ouvrage.bandeau
      ? {
          text: ouvrage.bandeau,
          alignment: 'center',
          fontSize: 9,
          bold: true,
          color: CHARTE.marque,
          margin: [56, 28, 56, 0],
        }
      : undefined,
    footer: (page, pages) => ({
      columns: [
        { ...texte(ouvrage.titre.slice(0, 80)), fontSize: 8.5, color: CHARTE.doux },
        { text: `page ${page} sur ${pages}`, alignment: 'right', width: 80, fontSize: 8.5, color: CHARTE.doux },
      ],
      columnGap: 12,
      margin: [56, 24, 56, 0],
    }),
    content: [...tete(ouvrage), ...ouvrage.blocs.flatMap(bloc)],
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel !== undefined && startPosition.verticalRatio > (headlineLevel === 1 ? PIED_TITRE_1 : PIED_TITRE_2),
  };
  return preparer().createPdf(definition).getBuffer();
}

function tete(ouvrage: Ouvrage): Content[] {
  return [
    { ...texte(ouvrage.surtitre), color: CHARTE.marque, bold: true, margin: [0, 0, 0, 2] },
    { ...texte(ouvrage.titre), fontSize: 20, bold: true, lineHeight: 1.1, margin: [0, 0, 0, 10] },
    {
      layout: 'noBorders',
      margin: [0, 0, 0, 12],
      table: {
        widths: ['14%', '86%'],
        body: ouvrage.faits.map(({ terme, valeur }): TableCell[] => [
          { text: terme, color: CHARTE.doux },
          texte(valeur),
        ]),
      },
    },
  ];
}

function bloc(b: Bloc): Content[] {
  switch (b.genre) {
    case 'TITRE':
      return [titre(b.texte, b.niveau)];
    case 'PHRASE':
      return [{ ...texte(b.texte), margin: [0, 0, 0, 6] }];
    case 'TEXTE':
      return b.blocs.map(blocTexte);
    case 'LISTE':
      return [{ ul: b.elements.map((e) => texte(e)), margin: [0, 0, 0, 8] }];
    case 'TABLE':
      return [table(b)];
    case 'ENCADRE':
      return [encadre(b)];
  }
}

const TITRE_1 = {
  fontSize: 14,
  bold: true,
  color: CHARTE.marque,
  margin: [0, 12, 0, 4] as [number, number, number, number],
};
const TITRE_2 = { fontSize: 11.5, bold: true, margin: [0, 8, 0, 3] as [number, number, number, number] };
const TITRE_3 = { fontSize: 11, bold: true, margin: [0, 6, 0, 2] as [number, number, number, number] };

const titre = (contenu: string, niveau: 1 | 2): Content => ({
  ...texte(contenu),
  ...(niveau === 1 ? { ...TITRE_1, outline: true, outlineText: contenu, outlineExpanded: true } : TITRE_2),
  headlineLevel: niveau,
});

function blocTexte(b: BlocTexte): Content {
  switch (b.genre) {
    case 'PARAGRAPHE':
      return { ...fragments(b.contenu), margin: [0, 0, 0, 6] };
    case 'TITRE':
      return { ...fragments(b.contenu), ...(b.niveau === 1 ? TITRE_2 : TITRE_3), headlineLevel: 2 };
    case 'LISTE': {
      const elements = b.elements.map((e) => fragments(e));
      return { ...(b.ordonnee ? { ol: elements } : { ul: elements }), margin: [0, 0, 0, 6] };
    }
  }
}

const LIGNES_FINES: CustomTableLayout = {
  hLineWidth: (ligne, { table: { body } }) => (ligne === 0 || ligne === body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => CHARTE.filet,
  paddingLeft: () => 6,
  paddingRight: () => 6,
  paddingTop: () => 3,
  paddingBottom: () => 3,
  fillColor: (ligne) => (ligne === 0 ? CHARTE.fond : null),
};

function table({ entetes, parts, lignes }: Extract<Bloc, { genre: 'TABLE' }>): Content {
  const somme = parts.reduce((a, b) => a + b, 0);
  const longue = lignes.some((ligne) => ligne.some((cellule) => cellule.length > TEXTE_COURT));
  return {
    layout: LIGNES_FINES,
    margin: [0, 0, 0, 8],
    fontSize: 9.5,
    table: {
      headerRows: 1,
      // A row taller than a page, held to its heading or in one piece, would vanish.
      ...(longue ? {} : { keepWithHeaderRows: 1, dontBreakRows: true }),
      widths: parts.map((part) => `${(100 * part) / somme}%`),
      body: [
        entetes.map((entete): TableCell => ({ ...texte(entete), bold: true })),
        ...lignes.map((ligne) => ligne.map((cellule): TableCell => texte(cellule))),
      ],
    },
  };
}

function encadre({ titre: intitule, texte: contenu, note }: Extract<Bloc, { genre: 'ENCADRE' }>): Content {
  return {
    unbreakable: contenu.length + (note?.length ?? 0) < TEXTE_COURT,
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
              { ...texte(intitule), bold: true, color: CHARTE.marque },
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

/** A text, in the fonts that can draw it. */
function texte(contenu: string): ContentText {
  return fragments([{ texte: contenu }]);
}

function fragments(liste: readonly Fragment[]): ContentText {
  return {
    text: liste.flatMap(({ texte: contenu, gras, italique, lien }) =>
      parPolice(contenu).map(({ texte: text, police }) => ({
        text,
        ...(police === 'Texte' ? {} : { font: police }),
        ...(gras ? { bold: true } : {}),
        ...(italique ? { italics: true } : {}),
        ...(lien ? { link: lien, color: CHARTE.marque, decoration: 'underline' as const } : {}),
      })),
    ),
  };
}
