import type { ContenuCompteRendu } from './compte-rendu.contract';
import { noteEnHtml } from './notes';

/**
 * The draft of the minutes: the notes of each point, as they were typed. Drafted again once a séance was reopened, what the
 * coordinator had written stays, and notes taken since come after it.
 */
export function brouillonCompteRendu(
  points: readonly { id: string; titre: string }[],
  notes: Readonly<Record<string, string>>,
  avant: ContenuCompteRendu | null = null,
): ContenuCompteRendu {
  return {
    introduction: avant?.introduction ?? '',
    points: points.map(({ id, titre }) => {
      const notees = noteEnHtml(notes[id] ?? '');
      const ecrit = avant?.points.find((p) => p.pointId === id);
      const garde = ecrit && ecrit.texte !== ecrit.notes ? ecrit.texte : '';
      return { pointId: id, titre, notes: notees, texte: garde + (garde && ecrit?.notes === notees ? '' : notees) };
    }),
    conclusion: avant?.conclusion ?? '',
  };
}
