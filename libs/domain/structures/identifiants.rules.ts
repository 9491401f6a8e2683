/** Luhn's checksum over digits, from the right, doubling every second one (ISO/IEC 7812-1). */
function luhn(chiffres: string): boolean {
  let somme = 0;
  for (let i = 0; i < chiffres.length; i++) {
    let c = Number(chiffres[chiffres.length - 1 - i]);
    if (i % 2 === 1) c = c * 2 > 9 ? c * 2 - 9 : c * 2;
    somme += c;
  }
  return somme % 10 === 0;
}

/** La Poste's establishments do not follow Luhn: the plain sum of their SIRET's digits is a multiple of five (INSEE). */
const SIREN_LA_POSTE = '356000000';

/** Removes what people put between the digits. */
export function nettoyerIdentifiant(texte: string): string {
  return texte.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase();
}

/** SIREN: nine digits, Luhn. Answers what is wrong in French, null when right. */
export function verifierSiren(siren: string): string | null {
  if (!/^\d{9}$/.test(siren)) return 'neuf chiffres sont attendus.';
  return luhn(siren) ? null : 'ce numéro n’existe pas, un chiffre est sans doute inversé.';
}

/** SIRET: fourteen digits, Luhn (or La Poste's rule). Answers what is wrong in French, null when right. */
export function verifierSiret(siret: string): string | null {
  if (!/^\d{14}$/.test(siret)) return 'quatorze chiffres sont attendus.';
  const parSomme = siret.startsWith(SIREN_LA_POSTE) && [...siret].reduce((s, c) => s + Number(c), 0) % 5 === 0;
  return luhn(siret) || parSomme ? null : 'ce numéro n’existe pas, un chiffre est sans doute inversé.';
}

/** RNA number of an association: W and nine digits (the second and third may be a Corsican letter pair). */
export function verifierRna(rna: string): string | null {
  return /^W\d[\dAB]\d{7}$/.test(rna) ? null : 'la lettre W suivie de neuf chiffres est attendue.';
}

/**
 * FINESS géographique: nine characters, the second may be A or B (Corsica), Luhn with A counted as 1 and B as 2: so are
 * made the published numbers (Bastia 2B0000020, Bonifacio 2A0000170). Answers what is wrong in French, null when right.
 */
export function verifierFiness(finess: string): string | null {
  if (!/^\d[\dAB]\d{7}$/.test(finess)) return 'neuf caractères sont attendus.';
  return luhn(finess.replace('A', '1').replace('B', '2'))
    ? null
    : 'ce numéro n’existe pas, un chiffre est sans doute inversé.';
}

/** SIREN of the company that a SIRET belongs to. */
export function sirenDe(siret: string): string {
  return siret.slice(0, 9);
}
