import { celluleCsv } from '@coopilote/domain/consolidation';
import type { Export } from './export';

/** Excel takes a file for UTF-8 at this mark alone. */
const MARQUE = '\ufeff';
const FIN = '\r\n';

/** The heading first, then the rows; what the file says of itself comes last, under an empty line where a table ends. */
export async function* ecrireCsv({ gabarit: { colonnes }, pages, notes }: Export): AsyncGenerator<Uint8Array> {
  const rangee = (cellules: string[]): string => cellules.join(';') + FIN;
  yield Buffer.from(MARQUE + rangee(colonnes.map(({ entete }) => celluleCsv(entete, 'texte'))));
  for await (const page of pages) {
    const lignes = page.map((ligne) =>
      rangee(ligne.map((valeur, i) => celluleCsv(valeur, colonnes[i]?.genre ?? 'texte'))),
    );
    yield Buffer.from(lignes.join(''));
  }
  const dites = notes().map(({ terme, valeur }) => rangee([celluleCsv(terme, 'texte'), celluleCsv(valeur, 'texte')]));
  yield Buffer.from(FIN + dites.join(''));
}
