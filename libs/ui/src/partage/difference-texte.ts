/** One replacement that turns a text into another: positions count UTF-16 units, as in a text box. */
export interface Remplacement {
  debut: number;
  retire: number;
  insere: string;
}

const moitieHaute = (texte: string, rang: number): boolean => /[\ud800-\udbff]/.test(texte.charAt(rang));
const moitieBasse = (texte: string, rang: number): boolean => /[\udc00-\udfff]/.test(texte.charAt(rang));

/**
 * The least that a person did to `avant` to obtain `apres`. The caret tells where, when letters repeat: « aa|a » and
 * « a|aa » are not the same act for somebody who writes a few words further. An emoji is never cut in two.
 * @param curseur end of the selection after the act.
 * @returns null when nothing changed.
 */
export function differenceTexte(avant: string, apres: string, curseur = apres.length): Remplacement | null {
  if (avant === apres) return null;
  const court = Math.min(avant.length, apres.length);
  let fin = 0;
  const finMax = Math.min(court, Math.max(0, apres.length - curseur));
  while (fin < finMax && avant.charAt(avant.length - 1 - fin) === apres.charAt(apres.length - 1 - fin)) fin++;
  let debut = 0;
  while (debut < court - fin && avant.charAt(debut) === apres.charAt(debut)) debut++;
  if (debut > 0 && moitieHaute(apres, debut - 1)) debut--;
  if (fin > 0 && moitieBasse(apres, apres.length - fin)) fin--;
  return { debut, retire: avant.length - fin - debut, insere: apres.slice(debut, apres.length - fin) };
}
