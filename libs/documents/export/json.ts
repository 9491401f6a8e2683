import { referenceGabarit } from '@coopilote/domain/consolidation';
import type { Export } from './export';

/** Numbers as numbers, absences as null, days as « 2026-04-14 »; what the file says of itself comes after its rows. */
export async function* ecrireJson({ gabarit, pages, notes }: Export): AsyncGenerator<Uint8Array> {
  const { titre, ligne: sens, colonnes } = gabarit;
  const tete = JSON.stringify({
    gabarit: referenceGabarit(gabarit),
    titre,
    ligne: sens,
    colonnes: colonnes.map(({ mots, ...c }) => ({ ...c, ...(mots ? { mots: Object.values(mots) } : {}) })),
  });
  yield Buffer.from(`${tete.slice(0, -1)},"lignes":[`);
  const cles = colonnes.map(({ cle }) => `${JSON.stringify(cle)}:`);
  let premiere = true;
  for await (const page of pages) {
    const lignes = page.map((ligne) => `\n{${ligne.map((valeur, i) => cles[i] + JSON.stringify(valeur)).join(',')}}`);
    yield Buffer.from((premiere || lignes.length === 0 ? '' : ',') + lignes.join(','));
    premiere &&= lignes.length === 0;
  }
  const dites = Object.fromEntries(notes().map(({ terme, valeur }) => [terme, valeur]));
  yield Buffer.from(`\n],"notes":${JSON.stringify(dites)}}\n`);
}
