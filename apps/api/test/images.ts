import { crc32, deflateSync } from 'node:zlib';

/** A PNG image of one colour, made here so that its size is known; `gris` sets it apart from another. */
export function png(largeur: number, hauteur: number, gris = 128): Buffer {
  const entete = Buffer.alloc(13);
  entete.writeUInt32BE(largeur, 0);
  entete.writeUInt32BE(hauteur, 4);
  // Eight bits a pixel, grey.
  entete[8] = 8;
  const lignes = Buffer.alloc((largeur + 1) * hauteur, gris);
  for (let y = 0; y < hauteur; y++) lignes[y * (largeur + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    morceau('IHDR', entete),
    morceau('IDAT', deflateSync(lignes)),
    morceau('IEND', Buffer.alloc(0)),
  ]);
}

function morceau(genre: string, contenu: Buffer): Buffer {
  const nomme = Buffer.concat([Buffer.from(genre, 'latin1'), contenu]);
  const bouts = [Buffer.alloc(4), nomme, Buffer.alloc(4)] as const;
  bouts[0].writeUInt32BE(contenu.length);
  bouts[2].writeUInt32BE(crc32(nomme));
  return Buffer.concat(bouts);
}
