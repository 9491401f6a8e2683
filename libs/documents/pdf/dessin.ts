import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { BlocTexte } from '@coopilote/domain/commun';
import { CHARTE } from '../charte';
import { abreger, type Bloc, type Ouvrage } from '../modele';
import { graphique } from './graphique';
import { Plan } from './plan';
import { FAMILLES, lirePolices } from './polices';
import { signatures } from './signatures';
import { avantApres, encadre, fiche, table } from './tables';
import { fragments, LARGEUR, texte } from './texte';
import { tenirTitres } from './titres';

/**
 * Hundredths of a page that a heading needs from it down, else it goes to the next one with what it announces. A second-level
 * heading that follows one of the first level, two lines long, has what it needs: both stay together.
 */
const BESOINS = { 1: 18, 2: 10, 3: 10 };

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
        { ...texte(abreger(ouvrage.titre)), fontSize: 8.5, color: CHARTE.doux },
        { text: `page ${page} sur ${pages}`, alignment: 'right', width: 80, fontSize: 8.5, color: CHARTE.doux },
      ],
      columnGap: 12,
      margin: [56, 24, 56, 0],
    }),
    content: [...logos(ouvrage), ...tete(ouvrage), ...corps(ouvrage)],
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel !== undefined && 100 * startPosition.verticalRatio > 100 - headlineLevel,
  };
  return preparer().createPdf(definition).getBuffer();
}

const LOGO = { largeur: 110, hauteur: 48 };

/** Side by side, as many a row as the width holds. */
function logos({ logos: liste = [] }: Ouvrage): Content[] {
  const parRangee = Math.floor(LARGEUR / (LOGO.largeur + 10));
  const rangees = Array.from({ length: Math.ceil(liste.length / parRangee) }, (_, i) =>
    liste.slice(i * parRangee, (i + 1) * parRangee),
  );
  return rangees.map((rangee) => ({
    columns: rangee.map(({ contenu, genre }) => ({
      width: LOGO.largeur,
      image: `data:image/${genre === 'png' ? 'png' : 'jpeg'};base64,${contenu.toString('base64')}`,
      fit: [LOGO.largeur, LOGO.hauteur] as [number, number],
    })),
    columnGap: 10,
    margin: [0, 0, 0, 14],
  }));
}

function tete({ surtitre, titre: intitule, faits }: Ouvrage): Content[] {
  return [
    { ...texte(surtitre), color: CHARTE.marque, bold: true, margin: [0, 0, 0, 2] },
    { ...texte(intitule), fontSize: 20, bold: true, lineHeight: 1.1, margin: [0, 0, 0, 10] },
    ...(faits.length
      ? [
          {
            layout: 'noBorders',
            margin: [0, 0, 0, 12] as [number, number, number, number],
            table: {
              widths: ['14%', '86%'],
              body: faits.map(({ terme, valeur }): TableCell[] => [{ text: terme, color: CHARTE.doux }, texte(valeur)]),
            },
          },
        ]
      : []),
  ];
}

function corps({ blocs }: Ouvrage): Content[] {
  const plan = new Plan();
  const contenu: Content[] = [];
  for (const [rang, b] of blocs.entries()) {
    const saut = blocs[rang - 1]?.genre === 'SAUT';
    if (b.genre === 'SIGNATURES') contenu.push(...signatures(b.cadres, contenu));
    else contenu.push(...(saut ? [{ stack: bloc(b, plan), pageBreak: 'before' as const }] : bloc(b, plan)));
  }
  return tenirTitres(contenu);
}

function bloc(b: Exclude<Bloc, { genre: 'SIGNATURES' }>, plan: Plan): Content[] {
  switch (b.genre) {
    case 'TITRE':
      return [titre(b, plan)];
    case 'PHRASE':
      return [{ ...texte(b.texte), margin: [0, 0, 0, 6] }];
    case 'TEXTE':
      return b.blocs.map(blocTexte);
    case 'LISTE':
      return [{ ul: b.elements.map((e) => texte(e)), margin: [0, 0, 0, 8] }];
    case 'TABLE':
      return [table(b)];
    case 'FICHE':
      return [fiche(b, plan)];
    case 'AVANT_APRES':
      return [avantApres(b)];
    case 'GRAPHIQUE':
      return graphique(b);
    case 'ENCADRE':
      return [encadre(b)];
    case 'SAUT':
      return [];
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

const TITRES = { 1: TITRE_1, 2: TITRE_2, 3: TITRE_3 };

const titre = ({ texte: contenu, niveau, signet }: Extract<Bloc, { genre: 'TITRE' }>, plan: Plan): Content => ({
  ...texte(contenu),
  ...TITRES[niveau],
  ...(niveau === 1 || signet ? plan.titre(contenu, niveau) : {}),
  headlineLevel: BESOINS[niveau],
});

function blocTexte(b: BlocTexte): Content {
  switch (b.genre) {
    case 'PARAGRAPHE':
      return { ...fragments(b.contenu), margin: [0, 0, 0, 6] };
    case 'TITRE':
      return { ...fragments(b.contenu), ...(b.niveau === 1 ? TITRE_2 : TITRE_3), headlineLevel: BESOINS[2] };
    case 'LISTE': {
      const elements = b.elements.map((e) => fragments(e));
      return { ...(b.ordonnee ? { ol: elements } : { ul: elements }), margin: [0, 0, 0, 6] };
    }
  }
}
