import type { CanvasElement, Content, TableCell } from 'pdfmake/interfaces';
import { CHARTE } from '../charte';
import type { Graphique } from '../modele';
import { LARGEUR, texte } from './texte';

const PARTS = [36, 40, 24] as const;
const MARGE = 12;
const BARRE = (LARGEUR * PARTS[1]) / 100 - MARGE;
const EPAISSEUR = 9;
/** The lighter end of a bar. */
const CLAIR = CHARTE.marqueDouce;

/** Horizontal bars, drawn as vectors; their words and figures are text, found and read as such. */
export function graphique({ titre, legende, lignes }: Graphique): Content[] {
  const echelle = BARRE / Math.max(1, ...lignes.flatMap(({ haut, repere }) => [haut, repere ?? 0]));
  const rect = (x: number, y: number, w: number, h: number, color: string): CanvasElement => ({
    ...{ type: 'rect', x, y, w, h, color, lineWidth: 0 },
  });
  const barre = ({ bas, haut, repere }: Graphique['lignes'][number]): TableCell => ({
    canvas: [
      rect(0, 2, BARRE, EPAISSEUR, CHARTE.fond),
      ...(haut > 0 ? [rect(0, 2, haut * echelle, EPAISSEUR, CLAIR)] : []),
      ...(bas > 0 ? [rect(0, 2, bas * echelle, EPAISSEUR, CHARTE.marque)] : []),
      ...(repere === null ? [] : [rect(Math.max(0, repere * echelle - 1.5), 0, 1.5, EPAISSEUR + 4, CHARTE.encre)]),
    ],
  });
  return [
    { ...texte(titre), bold: true, margin: [0, 4, 0, 1], headlineLevel: 12 },
    {
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        paddingLeft: (colonne) => (colonne === 0 ? 0 : MARGE / 2),
        paddingRight: () => MARGE / 2,
        paddingTop: () => 2,
        paddingBottom: () => 2,
      },
      fontSize: 9.5,
      margin: [0, 0, 0, 2],
      table: {
        dontBreakRows: true,
        widths: PARTS.map((part) => `${part}%`),
        body: lignes.map((ligne): TableCell[] => [texte(ligne.libelle), barre(ligne), texte(ligne.valeur)]),
      },
    },
    { ...texte(legende), fontSize: 8.5, color: CHARTE.doux, margin: [0, 0, 0, 8] },
  ];
}
