import { inflateSync } from 'node:zlib';

/** An image that both kinds of document can hold. */
export interface Logo {
  contenu: Buffer;
  genre: 'png' | 'jpg';
  largeur: number;
  hauteur: number;
  /** Whose it is, for who cannot see it. */
  nom: string;
}

const COTE_MAX = 4000;
const SIGNATURE_PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples a pixel, by color type (PNG, 3rd edition, 11.2.1). */
const COULEURS = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);
const PALETTE = 3;

/**
 * Reads a PNG or JPEG image; null when it is anything else, broken, interlaced or huge. A PNG is read to its last pixel: the
 * library that draws it decodes it in a callback, where a broken one would end the whole process.
 */
export function lireLogo(contenu: Buffer, nom: string): Logo | null {
  const image = contenu.subarray(0, 8).equals(SIGNATURE_PNG) ? lirePng(contenu) : lireJpeg(contenu);
  if (!image || Math.min(image.largeur, image.hauteur) < 1 || Math.max(image.largeur, image.hauteur) > COTE_MAX)
    return null;
  return { contenu, nom, ...image };
}

type Image = Pick<Logo, 'genre' | 'largeur' | 'hauteur'>;

function lirePng(contenu: Buffer): Image | null {
  const morceaux = new Map<string, Buffer[]>();
  for (let place = 8; place + 12 <= contenu.length && !morceaux.has('IEND');) {
    const fin = place + 8 + contenu.readUInt32BE(place);
    if (fin + 4 > contenu.length) return null;
    const genre = contenu.toString('latin1', place + 4, place + 8);
    morceaux.set(genre, [...(morceaux.get(genre) ?? []), contenu.subarray(place + 8, fin)]);
    place = fin + 4;
  }
  const entete = morceaux.get('IHDR')?.[0];
  if (entete?.length !== 13 || !morceaux.has('IEND')) return null;
  const [largeur, hauteur] = [entete.readUInt32BE(0), entete.readUInt32BE(4)];
  const [bits = 0, couleur = -1, , , entrelace] = entete.subarray(8);
  const echantillons = COULEURS.get(couleur);
  if (!echantillons || entrelace !== 0 || largeur > COTE_MAX || hauteur > COTE_MAX) return null;
  if (couleur === PALETTE && !morceaux.get('PLTE')?.[0]?.length) return null;
  const ligne = 1 + Math.ceil((largeur * bits * echantillons) / 8);
  try {
    const pixels = inflateSync(Buffer.concat(morceaux.get('IDAT') ?? []), { maxOutputLength: ligne * hauteur });
    if (pixels.length !== ligne * hauteur) return null;
    // Each line begins with its filter, of which there are five.
    for (let place = 0; place < pixels.length; place += ligne) if ((pixels[place] ?? 0) > 4) return null;
  } catch {
    return null;
  }
  return { genre: 'png', largeur, hauteur };
}

/** Frames of JPEG, without the tables that share their range: DHT, JPG, DAC. */
const estTrame = (marque: number): boolean => marque >= 0xc0 && marque <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marque);

function lireJpeg(contenu: Buffer): Image | null {
  if (contenu.length < 4 || contenu.readUInt16BE(0) !== 0xffd8) return null;
  for (let place = 2; place + 10 <= contenu.length;) {
    if (contenu[place] !== 0xff) return null;
    const marque = contenu[place + 1] ?? 0;
    if (estTrame(marque)) {
      const composantes = contenu[place + 9] ?? 0;
      if (contenu[place + 4] !== 8 || ![1, 3, 4].includes(composantes)) return null;
      return { genre: 'jpg', hauteur: contenu.readUInt16BE(place + 5), largeur: contenu.readUInt16BE(place + 7) };
    }
    place += marque === 0xff ? 1 : 2 + contenu.readUInt16BE(place + 2);
  }
  return null;
}
