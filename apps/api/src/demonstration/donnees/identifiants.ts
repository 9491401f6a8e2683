/** Hachage FNV-1a de 32 bits, mélangé : la même clé donne toujours le même nombre. */
export function hacher(cle: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < cle.length; i += 1) {
    h ^= cle.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Nombre de [0 ; 1[ tiré de la clé. */
export function alea(cle: string): number {
  return hacher(cle) / 0x100000000;
}

/** Complète une suite de chiffres par la clé qui la rend valide au sens de Luhn. */
export function avecCleLuhn(chiffres: string): string {
  let somme = 0;
  for (let i = 0; i < chiffres.length; i += 1) {
    const chiffre = Number(chiffres[chiffres.length - 1 - i]);
    const double = chiffre * 2;
    somme += i % 2 === 0 ? (double > 9 ? double - 9 : double) : chiffre;
  }
  return chiffres + String((10 - (somme % 10)) % 10);
}

function chiffresDe(cle: string, longueur: number): string {
  return String(hacher(cle) % 10 ** longueur).padStart(longueur, '0');
}

/** SIRET fictif : SIREN en 999…, que l’INSEE n’a pas attribué ; les deux clés de Luhn sont justes. */
export function siretFictif(cle: string): string {
  return avecCleLuhn(`${avecCleLuhn(`999${chiffresDe(`siren/${cle}`, 5)}`)}0001`);
}

/** RNA fictif, en W99…, préfixe d’aucune préfecture. */
export function rnaFictif(cle: string): string {
  return `W99${chiffresDe(`rna/${cle}`, 7)}`;
}

/** FINESS géographique fictif : département, puis 99. */
export function finessFictif(cle: string, departementCode: string): string {
  return avecCleLuhn(`${departementCode}99${chiffresDe(`finess/${cle}`, 4)}`);
}

/** Numéro de la tranche 01 99 00, réservée aux œuvres de fiction. */
export function telephoneFictif(cle: string): string {
  const fin = chiffresDe(`telephone/${cle}`, 4);
  return `01 99 00 ${fin.slice(0, 2)} ${fin.slice(2)}`;
}
