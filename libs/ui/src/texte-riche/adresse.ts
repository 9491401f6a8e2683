import { adresseSure } from '@coopilote/domain/commun/texte-riche';

const COURRIEL = /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/;
const NOM_DE_SITE = /^[^\s:/?#]+\.[^\s:/?#.]{2,}(?:[:/?#]\S*)?$/;

/**
 * What a person types as the target of a link: « ars.fr », « https://ars.fr/guide », « contact@ars.fr ».
 * @returns the whole address, or null when no link may lead there.
 */
export function lireAdresse(saisie: string): string | null {
  const nette = saisie.trim();
  if (COURRIEL.test(nette)) return adresseSure(`mailto:${nette}`);
  return adresseSure(nette) ?? (NOM_DE_SITE.test(nette) ? adresseSure(`https://${nette}`) : null);
}

/** The address as one types it: an e-mail without its scheme. */
export function ecrireAdresse(adresse: string): string {
  return adresse.replace(/^mailto:/i, '');
}
