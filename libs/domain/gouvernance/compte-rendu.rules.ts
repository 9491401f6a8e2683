import { noteEnHtml } from './notes';
import type { ContenuCompteRendu } from './compte-rendu.contract';

/** The draft of the minutes: the notes of each point, as they were typed. */
export function brouillonCompteRendu(
  points: readonly { id: string; titre: string }[],
  notes: Readonly<Record<string, string>>,
): ContenuCompteRendu {
  return {
    introduction: '',
    points: points.map(({ id, titre }) => ({ pointId: id, titre, texte: noteEnHtml(notes[id] ?? '') })),
    conclusion: '',
  };
}
