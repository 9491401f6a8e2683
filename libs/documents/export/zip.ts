import { once } from 'node:events';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw } from 'node:zlib';
import { MORCEAU } from './tampon';

/** A file of an archive: whole and stored when it is bytes; else compressed as its parts come. */
export interface Part {
  nom: string;
  contenu: Buffer | AsyncIterable<Buffer> | Iterable<Buffer>;
}

interface Inscrite {
  nom: Buffer;
  methode: number;
  drapeaux: number;
  crc: number;
  comprime: number;
  taille: number;
  debut: number;
}

/** Sizes come after the bytes (APPNOTE 4.3.9); names are UTF-8. */
const EN_FLUX = 0x0808;
const UTF8 = 0x0800;
/** Beyond this, half the time would go to gain a tenth of the size. */
const NIVEAU = 1;

/**
 * An archive written as it is read. Here rather than by a library: none at hand streams one entry and writes the size of another
 * before its bytes, which OpenDocument asks of its first entry. Under 4 GiB: no ZIP64.
 */
export async function* archiver(parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const inscrites: Inscrite[] = [];
  let place = 0;
  const compter = (octets: Buffer): Buffer => {
    place += octets.length;
    return octets;
  };
  for await (const { nom, contenu } of parts) {
    const entree = { nom: Buffer.from(nom), crc: 0, comprime: 0, taille: 0, debut: place };
    if (Buffer.isBuffer(contenu)) {
      const taille = contenu.length;
      const stockee = { ...entree, methode: 0, drapeaux: UTF8, crc: crc32(contenu), comprime: taille, taille };
      inscrites.push(stockee);
      yield compter(Buffer.concat([enteteLocale(stockee), stockee.nom, contenu]));
      continue;
    }
    const enFlux: Inscrite = { ...entree, methode: 8, drapeaux: EN_FLUX };
    inscrites.push(enFlux);
    yield compter(Buffer.concat([enteteLocale(enFlux), enFlux.nom]));
    for await (const octets of comprimer(enFlux, contenu)) {
      enFlux.comprime += octets.length;
      yield compter(octets);
    }
    yield compter(descripteur(enFlux));
  }
  const annuaire = Buffer.concat(inscrites.flatMap((e) => [enteteCentrale(e), e.nom]));
  yield Buffer.concat([annuaire, fin(inscrites.length, annuaire.length, place)]);
}

/**
 * Compression happens in another thread, while the next part is made. One `await` after the other, no stream between: who stops
 * reading stops the source too, before anything else is done with what it reads.
 */
async function* comprimer(entree: Inscrite, contenu: Exclude<Part['contenu'], Buffer>): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: NIVEAU, chunkSize: MORCEAU });
  const prets: Buffer[] = [];
  deflate.on('data', (octets: Buffer) => prets.push(octets));
  const ecrire = promisify(
    deflate.write.bind(deflate) as (octets: Buffer, suite: (e?: Error | null) => void) => boolean,
  );
  let ecrit: Promise<unknown> = Promise.resolve();
  try {
    for await (const octets of contenu) {
      entree.crc = crc32(octets, entree.crc);
      entree.taille += octets.length;
      await ecrit;
      ecrit = ecrire(octets);
      yield* prets.splice(0);
    }
    await ecrit;
    const fini = once(deflate, 'end');
    deflate.end();
    await fini;
    yield* prets.splice(0);
  } finally {
    deflate.destroy();
  }
}

const VERSION = 20;
/** 1 January 1980: the day on which an archive was written is told by what is in it. */
const JOUR = 0x21;

function enteteLocale({ nom, methode, drapeaux, crc, comprime, taille }: Inscrite): Buffer {
  const b = Buffer.alloc(30);
  b.writeUInt32LE(0x04034b50, 0);
  b.writeUInt16LE(VERSION, 4);
  suite(b, 6, { methode, drapeaux });
  sommes(b, 14, drapeaux === EN_FLUX ? { crc: 0, comprime: 0, taille: 0 } : { crc, comprime, taille });
  b.writeUInt16LE(nom.length, 26);
  return b;
}

function descripteur(e: Inscrite): Buffer {
  const b = Buffer.alloc(16);
  b.writeUInt32LE(0x08074b50, 0);
  sommes(b, 4, e);
  return b;
}

function enteteCentrale(e: Inscrite): Buffer {
  const b = Buffer.alloc(46);
  b.writeUInt32LE(0x02014b50, 0);
  b.writeUInt16LE(VERSION, 4);
  b.writeUInt16LE(VERSION, 6);
  suite(b, 8, e);
  sommes(b, 16, e);
  b.writeUInt16LE(e.nom.length, 28);
  b.writeUInt32LE(e.debut, 42);
  return b;
}

function fin(nombre: number, taille: number, place: number): Buffer {
  const b = Buffer.alloc(22);
  b.writeUInt32LE(0x06054b50, 0);
  b.writeUInt16LE(nombre, 8);
  b.writeUInt16LE(nombre, 10);
  b.writeUInt32LE(taille, 12);
  b.writeUInt32LE(place, 16);
  return b;
}

function suite(b: Buffer, place: number, { methode, drapeaux }: Pick<Inscrite, 'methode' | 'drapeaux'>): void {
  b.writeUInt16LE(drapeaux, place);
  b.writeUInt16LE(methode, place + 2);
  b.writeUInt16LE(JOUR, place + 6);
}

function sommes(
  b: Buffer,
  place: number,
  { crc, comprime, taille }: Pick<Inscrite, 'crc' | 'comprime' | 'taille'>,
): void {
  b.writeUInt32LE(crc, place);
  b.writeUInt32LE(comprime, place + 4);
  b.writeUInt32LE(taille, place + 8);
}

/** A short part, compressed with the others. */
export const enPart = (nom: string, contenu: string): Part => ({ nom, contenu: [Buffer.from(contenu)] });
