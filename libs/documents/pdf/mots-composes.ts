import type { Font, GlyphRun } from 'fontkit';

/** Words kept for a font: several times the vocabulary of a long convention. Beyond, all are forgotten and it starts again. */
const MOTS_RETENUS = 4000;

/** Makes a font remember the glyphs and positions of the words that it has laid out, from one document to the next. */
export function retenirMots(police: Font): Font {
  const connus = new Map<string, GlyphRun>();
  const composer = police.layout.bind(police);
  police.layout = (texte, ...options) => {
    if (options.some((option) => option !== undefined)) return composer(texte, ...options);
    let mot = connus.get(texte);
    if (!mot) {
      if (connus.size >= MOTS_RETENUS) connus.clear();
      mot = composer(texte);
      connus.set(texte, mot);
    }
    // Whoever asks scales the positions in place: theirs, never those that are kept.
    const positions = mot.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(Object.getPrototypeOf(mot) as object) as GlyphRun, mot, { positions });
  };
  return police;
}
