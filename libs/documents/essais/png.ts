import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one color with transparency; `pixels` in place of its own to break it. */
export function png(largeur: number, hauteur: number, pixels?: Buffer): Buffer {
  const entete = Buffer.alloc(13);
  entete.writeUInt32BE(largeur, 0);
  entete.writeUInt32BE(hauteur, 4);
  entete.set([8, 6], 8);
  const ligne = Buffer.concat([Buffer.alloc(1), Buffer.alloc(4 * largeur, 0xb0)]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    morceau('IHDR', entete),
    morceau('IDAT', deflateSync(pixels ?? Buffer.concat(Array.from({ length: hauteur }, () => ligne)))),
    morceau('IEND', Buffer.alloc(0)),
  ]);
}

function morceau(genre: string, contenu: Buffer): Buffer {
  const corps = Buffer.concat([Buffer.from(genre, 'latin1'), contenu]);
  const [taille, somme] = [Buffer.alloc(4), Buffer.alloc(4)];
  taille.writeUInt32BE(contenu.length);
  somme.writeUInt32BE(crc32(corps));
  return Buffer.concat([taille, corps, somme]);
}
