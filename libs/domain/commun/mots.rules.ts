import { diffWordsWithSpace } from 'diff';

/** A run of words: kept, taken away or put in. */
export interface Morceau {
  texte: string;
  genre: 'GARDE' | 'RETIRE' | 'AJOUTE';
}

/** Beyond this, the words of two texts are not compared one by one: the whole is shown before and after. */
const MOTS_COMPARABLES = 20_000;

/** The two texts word by word: put together without what was added they give the first, without what was removed the second. */
export function comparerMots(avant: string, apres: string): Morceau[] {
  if (avant === apres) return avant ? [{ texte: avant, genre: 'GARDE' }] : [];
  if (avant.length + apres.length > MOTS_COMPARABLES)
    return [
      { texte: avant, genre: 'RETIRE' },
      { texte: apres, genre: 'AJOUTE' },
    ];
  return diffWordsWithSpace(avant, apres).map(({ value, added, removed }) => ({
    texte: value,
    genre: added ? 'AJOUTE' : removed ? 'RETIRE' : 'GARDE',
  }));
}
