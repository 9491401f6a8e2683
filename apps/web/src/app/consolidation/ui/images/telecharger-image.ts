const ESPACE = 'http://www.w3.org/2000/svg';
/** What the drawing takes from the page's styles; a file has none. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
];
const MARGE = 16;
const HAUT = 44;
const BAS = 30;
/** Dots of the PNG for each one of the drawing: sharp in print. */
const ECHELLE = 3;

export interface ImageNommee {
  titre: string;
  /** What it was drawn from: period, filters. */
  pied: string;
}

/** The drawing as a file of its own: light, on white, under its title, with what it was drawn from. */
export function ecrireSvg(source: SVGSVGElement, { titre, pied }: ImageNommee): { svg: string; taille: DOMRect } {
  const copie = source.cloneNode(true) as SVGSVGElement;
  // The page's own colours, light whatever the theme is.
  copie.style.colorScheme = 'light';
  copie.style.position = 'absolute';
  copie.style.visibility = 'hidden';
  source.after(copie);
  const parts = [copie, ...copie.querySelectorAll<SVGElement>('*')];
  const styles = parts.map((part) => {
    const lus = getComputedStyle(part);
    return STYLES.map((nom) => [nom, lus.getPropertyValue(nom)] as const);
  });
  copie.remove();
  copie.removeAttribute('style');
  for (const [rang, part] of parts.entries()) {
    part.removeAttribute('class');
    for (const [nom, valeur] of styles[rang] ?? []) if (valeur) part.setAttribute(nom, valeur);
    for (const { name } of [...part.attributes]) if (name.startsWith('_ng')) part.removeAttribute(name);
  }
  const { width, height } = source.getBoundingClientRect();
  const taille = new DOMRect(0, 0, width + 2 * MARGE, height + HAUT + BAS);
  copie.setAttribute('x', String(MARGE));
  copie.setAttribute('y', String(HAUT));
  copie.setAttribute('width', String(width));
  copie.setAttribute('height', String(height));
  const feuille = document.createElementNS(ESPACE, 'svg');
  feuille.setAttribute('xmlns', ESPACE);
  feuille.setAttribute('width', String(taille.width));
  feuille.setAttribute('height', String(taille.height));
  feuille.setAttribute('viewBox', `0 0 ${taille.width} ${taille.height}`);
  feuille.setAttribute('font-family', "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif");
  const fond = document.createElementNS(ESPACE, 'rect');
  for (const [nom, valeur] of Object.entries({ width: '100%', height: '100%', fill: '#fff' })) {
    fond.setAttribute(nom, valeur);
  }
  feuille.append(
    fond,
    ecrireTexte(titre, MARGE, 28, '17', '600'),
    copie,
    ecrireTexte(pied, MARGE, taille.height - 10, '11', '400'),
  );
  return { svg: new XMLSerializer().serializeToString(feuille), taille };
}

function ecrireTexte(texte: string, x: number, y: number, taille: string, graisse: string): SVGTextElement {
  const noeud = document.createElementNS(ESPACE, 'text');
  noeud.textContent = texte;
  const attributs = { x: String(x), y: String(y), 'font-size': taille, 'font-weight': graisse, fill: '#17252b' };
  for (const [nom, valeur] of Object.entries(attributs)) noeud.setAttribute(nom, valeur);
  return noeud;
}

/** The same in dots. @throws Error when the browser cannot draw it. */
export async function peindrePng(svg: string, { width, height }: DOMRect): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const toile = document.createElement('canvas');
  toile.width = width * ECHELLE;
  toile.height = height * ECHELLE;
  toile.getContext('2d')?.drawImage(image, 0, 0, toile.width, toile.height);
  return new Promise((fini, rate) =>
    toile.toBlob((blob) => (blob ? fini(blob) : rate(new Error('Image vide'))), 'image/png'),
  );
}

export function telechargerBlob(nom: string, contenu: Blob): void {
  const adresse = URL.createObjectURL(contenu);
  const lien = document.createElement('a');
  lien.href = adresse;
  lien.download = nom;
  lien.click();
  URL.revokeObjectURL(adresse);
}
