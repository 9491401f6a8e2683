const SIGNES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe inside an element or an attribute of HTML. */
export const echapper = (texte: string): string => texte.replace(/[&<>"']/g, (signe) => SIGNES[signe] ?? signe);
