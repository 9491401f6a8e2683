import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import { retenirMots } from './mots-composes';

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

/** What pdfmake takes for the content of a font file: under which name we have opened it. */
const JETON = 'coopilote:';
const requerir = createRequire(import.meta.url);
interface Fontkit {
  create(octets: Buffer): Font;
  registerFormat(format: unknown): void;
}
/** The copy that pdfkit loads, and not the one that an import would: what is registered on it is what pdfkit knows. */
const fontkit = requerir('fontkit') as Fontkit;
const ouvertes = new Map<string, Font>();

/** A font, read and opened once in the life of the process, with the words that it has already laid out. */
function ouvrir(nom: string): Font {
  const connue = ouvertes.get(nom);
  if (connue) return connue;
  const octets = readFileSync(requerir.resolve(FICHIERS[nom as keyof typeof FICHIERS]));
  const police = retenirMots(fontkit.create(nom === 'emoji.ttf' ? octets : sansSubstitutions(octets)));
  ouvertes.set(nom, police);
  return police;
}

/**
 * pdfkit opens a font anew for each document, and lays each word out anew: a third of the time to draw one. It is handed a
 * token instead of a file, in a format of ours that answers the font already open.
 */
class PoliceOuverte {
  static probe(octets: Uint8Array): boolean {
    return Buffer.from(octets.subarray(0, JETON.length)).toString('latin1') === JETON;
  }
  constructor({ buffer }: { buffer: Uint8Array }) {
    return ouvrir(Buffer.from(buffer).toString('latin1').slice(JETON.length)) as unknown as PoliceOuverte;
  }
}
let inscrit = false;

/** Font files by name, as pdfmake is given them. */
export function lirePolices(): Map<string, Buffer> {
  if (!inscrit) fontkit.registerFormat(PoliceOuverte);
  inscrit = true;
  return new Map(Object.keys(FICHIERS).map((nom) => [nom, Buffer.from(JETON + nom, 'latin1')]));
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

function couvre(fichier: string, signe: string): boolean {
  const police = ouvrir(fichier);
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
