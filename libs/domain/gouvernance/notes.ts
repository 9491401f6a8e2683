/** Name of the shared text in the Yjs document of a point: page and server open the same. */
export const TEXTE_PARTAGE = 'notes';

const echapper = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const PUCE = /^\s*[-•*]\s+/;

/** Notes typed in a séance, as rich text: a line is a paragraph, lines that begin with a dash are a list. */
export function noteEnHtml(note: string): string {
  const blocs: string[] = [];
  let liste: string[] = [];
  const fermer = (): void => {
    if (liste.length) blocs.push(`<ul>${liste.map((l) => `<li><p>${l}</p></li>`).join('')}</ul>`);
    liste = [];
  };
  for (const ligne of note.split('\n')) {
    if (PUCE.test(ligne)) {
      liste.push(echapper(ligne.replace(PUCE, '').trim()));
      continue;
    }
    fermer();
    if (ligne.trim()) blocs.push(`<p>${echapper(ligne.trim())}</p>`);
  }
  fermer();
  return blocs.join('');
}
