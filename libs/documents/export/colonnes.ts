import { referenceGabarit, type ColonneExport, type Gabarit, type GenreExport } from '@coopilote/domain/consolidation';
import type { Note } from './export';

export const FEUILLE_DONNEES = 'Données';
export const FEUILLE_NOTES = 'À propos';

const LARGEURS: Record<GenreExport, number> = {
  code: 14,
  texte: 28,
  long: 44,
  entier: 13,
  nombre: 13,
  date: 12,
  oui: 14,
  choix: 18,
};
/** In characters. A heading takes up to three lines. */
export const largeurDe = ({ genre, entete, cle }: ColonneExport): number =>
  cle.endsWith('Id') ? 38 : Math.max(LARGEURS[genre], Math.ceil(entete.length / 3) + 2);

/** The sheet that says what the other holds: rows of words, those of a heading marked. */
export function feuilleNotes(gabarit: Gabarit, notes: readonly Note[]): { titre: boolean; cellules: string[] }[] {
  const rangee = (...cellules: string[]) => ({ titre: false, cellules });
  const titre = (...cellules: string[]) => ({ titre: true, cellules });
  return [
    titre(gabarit.titre),
    rangee(
      'Gabarit',
      `${referenceGabarit(gabarit)} (${gabarit.colonnes.length} colonnes, dans un ordre qui ne change pas)`,
    ),
    ...notes.map(({ terme, valeur }) => rangee(terme, valeur)),
    rangee(''),
    titre('Colonne', 'Ce qu’elle dit', 'Genre', 'Unité', 'Clé'),
    ...gabarit.colonnes.map((c) => rangee(c.entete, c.sens, MOTS_GENRES[c.genre], c.unite ?? '', c.cle)),
  ];
}
export const LARGEURS_NOTES = [36, 90, 16, 30, 24];

const MOTS_GENRES: Record<GenreExport, string> = {
  code: 'code',
  texte: 'texte',
  long: 'texte long',
  entier: 'nombre entier',
  nombre: 'nombre',
  date: 'date',
  oui: 'réponse',
  choix: 'choix',
};

const SIGNES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const INTERDITS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** One pass over most texts, which have nothing of all this. */
const SUSPECT = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Escapes, and leaves out the few characters that XML 1.0 cannot carry. */
export function xml(texte: string): string {
  return SUSPECT.test(texte)
    ? texte.replace(INTERDITS, '').replace(/[&<>"]/g, (signe) => SIGNES[signe] ?? signe)
    : texte;
}
