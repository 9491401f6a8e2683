/** Kinds of image that both a PDF and a Word document hold. Never SVG: it can carry a program. */
export const TYPES_LOGO = {
  png: { mime: 'image/png', extensions: ['png'] },
  jpg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
} as const;
export type TypeLogo = keyof typeof TYPES_LOGO;
/** « .png,.jpg,… », for a file chooser. */
export const EXTENSIONS_LOGO: readonly string[] = Object.values(TYPES_LOGO).flatMap(({ extensions }) =>
  extensions.map((e) => `.${e}`),
);

/** Octets. */
export const TAILLE_MAX_LOGO = 1024 * 1024;
/** Below, it prints as a blur; above, it weighs on every document. In pixels. */
export const COTE_MIN_LOGO = 48;
export const COTE_MAX_LOGO = 2000;

export const LOGO_TROP_LOURD =
  'Le logo dépasse 1\u00a0Mo\u00a0: réduisez l’image (500 pixels de large suffisent), puis déposez-la à nouveau.';

/** What can be told of a file before it is sent: null when nothing is wrong, else a sentence that says how to mend it. */
export function refuserFichierLogo(nom: string, taille: number): string | null {
  const extension = /[^.]\.([^.]+)$/.exec(nom)?.[1]?.toLowerCase() ?? '';
  if (!EXTENSIONS_LOGO.includes(`.${extension}`)) {
    return 'Un logo est une image PNG ou JPEG\u00a0: enregistrez-le sous l’un de ces formats, puis déposez-le à nouveau.';
  }
  if (taille === 0) return 'Le fichier est vide\u00a0: choisissez-en un autre.';
  return taille > TAILLE_MAX_LOGO ? LOGO_TROP_LOURD : null;
}

/** Once the image was read: null when it can be printed. */
export function refuserDimensionsLogo({ largeur, hauteur }: { largeur: number; hauteur: number }): string | null {
  const dimensions = `${largeur}\u00a0×\u00a0${hauteur}\u00a0pixels`;
  if (Math.min(largeur, hauteur) < COTE_MIN_LOGO) {
    return `L’image mesure ${dimensions}\u00a0: elle serait floue une fois imprimée. Déposez-en une d’au moins ${COTE_MIN_LOGO}\u00a0pixels de côté.`;
  }
  if (Math.max(largeur, hauteur) > COTE_MAX_LOGO) {
    return `L’image mesure ${dimensions}\u00a0: réduisez-la à ${COTE_MAX_LOGO}\u00a0pixels de côté au plus.`;
  }
  return null;
}

/** What has the name of an image and cannot be read as one. */
export const LOGO_ILLISIBLE =
  'Cette image ne se lit pas (fichier abîmé, entrelacé, ou d’un autre format que celui de son nom)\u00a0: ouvrez-la dans un logiciel d’images, enregistrez-la en PNG ou en JPEG, puis déposez-la à nouveau.';
