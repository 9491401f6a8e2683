import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const SOURCE_SANS = '@expo-google-fonts/source-sans-3';
const NOTO_EMOJI = '@expo-google-fonts/noto-emoji';

const FICHIERS = {
  'texte.ttf': `${SOURCE_SANS}/400Regular/SourceSans3_400Regular.ttf`,
  'texte-italique.ttf': `${SOURCE_SANS}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`,
  'texte-gras.ttf': `${SOURCE_SANS}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  'texte-gras-italique.ttf': `${SOURCE_SANS}/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf`,
  'emoji.ttf': `${NOTO_EMOJI}/400Regular/NotoEmoji_400Regular.ttf`,
};

/** Families as pdfmake names them, made of the files above. */
export const FAMILLES = {
  Texte: {
    normal: 'texte.ttf',
    bold: 'texte-gras.ttf',
    italics: 'texte-italique.ttf',
    bolditalics: 'texte-gras-italique.ttf',
  },
  Emoji: { normal: 'emoji.ttf', bold: 'emoji.ttf', italics: 'emoji.ttf', bolditalics: 'emoji.ttf' },
};

let lus: Map<string, Buffer> | undefined;

/** Font files by name, read once in the life of the process: all that this library ever reads. */
export function lirePolices(): Map<string, Buffer> {
  const { resolve } = createRequire(import.meta.url);
  lus ??= new Map(
    Object.entries(FICHIERS).map(([nom, chemin]) => {
      const octets = readFileSync(resolve(chemin));
      return [nom, nom === 'emoji.ttf' ? octets : sansSubstitutions(octets)];
    }),
  );
  return lus;
}

/**
 * A text font without its GSUB table (OpenType, « table directory »: records of 16 bytes after 12). Its alternates and
 * ligatures, of which French needs none, took most of the time to draw a document: each new word is tried against all of
 * them. Emoji keep theirs, which join their sequences.
 */
function sansSubstitutions(police: Buffer): Buffer {
  const nombre = police.readUInt16BE(4);
  const tables = Array.from({ length: nombre }, (_, i) => police.subarray(12 + 16 * i, 28 + 16 * i));
  const gardees = tables.filter((table) => table.toString('latin1', 0, 4) !== 'GSUB');
  const copie = Buffer.from(police);
  copie.writeUInt16BE(gardees.length, 4);
  // What they tell of stays where it is: offsets are counted from the start of the file.
  gardees.forEach((table, i) => table.copy(copie, 12 + 16 * i));
  return copie;
}

const ouvertes = new Map<string, Font>();
function couvre(fichier: string, signe: string): boolean {
  let police = ouvertes.get(fichier);
  if (!police) {
    police = create(lirePolices().get(fichier) ?? Buffer.alloc(0)) as Font;
    ouvertes.set(fichier, police);
  }
  return [...signe].every((c) => JOINTURES.has(c) || police.hasGlyphForCodePoint(c.codePointAt(0) ?? 0));
}

/** Joiners and selectors have no shape of their own. */
const JOINTURES = new Set(['\u200d', '\ufe0e', '\ufe0f']);
/** What Source Sans 3 surely draws: nearly every text stops here. */
const COURANT = /^[\n\u0020-\u024f\u2010-\u203a\u20ac]*$/;
const GRAPHEMES = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Cuts a text where the font that can draw it changes. A sign that no font has is left to the text's, which shows an empty box. */
export function parPolice(contenu: string): { texte: string; police: keyof typeof FAMILLES }[] {
  // Accents that a file name of macOS writes apart have a glyph with their letter.
  const texte = contenu.normalize('NFC');
  if (COURANT.test(texte)) return [{ texte, police: 'Texte' }];
  const parts: { texte: string; police: keyof typeof FAMILLES }[] = [];
  for (const { segment } of GRAPHEMES.segment(texte)) {
    const police =
      COURANT.test(segment) || couvre('texte.ttf', segment) || !couvre('emoji.ttf', segment) ? 'Texte' : 'Emoji';
    const derniere = parts.at(-1);
    if (derniere?.police === police) derniere.texte += segment;
    else parts.push({ texte: segment, police });
  }
  return parts;
}
