import { crc32, deflateSync } from 'node:zlib';
import { ImageRun } from 'docx';
import { CHARTE } from '../charte';
import type { Graphique } from '../modele';
import { sansControles } from './texte';

/** Size in the page, and how many points of the picture one of the page is. */
const [LARGEUR, HAUTEUR, FINESSE] = [296, 12, 3];

/** A bar as a picture: Word draws no chart from a few rectangles. Its words are beside it, and in its alternative text. */
export function barre({ libelle, bas, haut, repere, valeur }: Graphique['lignes'][number], maximum: number): ImageRun {
  const [l, h] = [LARGEUR * FINESSE, HAUTEUR * FINESSE];
  const place = (n: number): number => Math.round((l * n) / maximum);
  const couleurDe = (x: number): string => {
    if (repere !== null && Math.abs(x - place(repere)) < FINESSE) return CHARTE.encre;
    return x < place(bas) ? CHARTE.marque : x < place(haut) ? CHARTE.marqueDouce : CHARTE.fond;
  };
  const ligne = Buffer.concat([
    Buffer.alloc(1),
    ...Array.from({ length: l }, (_, x) => Buffer.from(couleurDe(x).slice(1), 'hex')),
  ]);
  const name = sansControles(`${libelle}\u00a0: ${valeur}`);
  return new ImageRun({
    type: 'png',
    data: png(l, h, Buffer.concat(Array.from({ length: h }, () => ligne))),
    transformation: { width: LARGEUR, height: HAUTEUR },
    altText: { name, title: name, description: name },
  });
}

/** PNG of true colours (ISO/IEC 15948): a heading, the rows, an end. */
function png(largeur: number, hauteur: number, rangees: Buffer): Buffer {
  const entete = Buffer.alloc(13);
  entete.writeUInt32BE(largeur, 0);
  entete.writeUInt32BE(hauteur, 4);
  entete.set([8, 2], 8);
  const morceau = (genre: string, contenu: Buffer): Buffer => {
    const corps = Buffer.concat([Buffer.from(genre, 'latin1'), contenu]);
    const [taille, somme] = [Buffer.alloc(4), Buffer.alloc(4)];
    taille.writeUInt32BE(contenu.length);
    somme.writeUInt32BE(crc32(corps));
    return Buffer.concat([taille, corps, somme]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    morceau('IHDR', entete),
    morceau('IDAT', deflateSync(rangees)),
    morceau('IEND', Buffer.alloc(0)),
  ]);
}
