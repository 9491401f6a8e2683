/** Completes digits with the key that makes them valid for Luhn. */
function avecCleLuhn(chiffres: string): string {
  const somme = [...chiffres].reverse().reduce((total, chiffre, rang) => {
    const valeur = Number(chiffre) * (rang % 2 === 0 ? 2 : 1);
    return total + (valeur > 9 ? valeur - 9 : valeur);
  }, 0);
  return chiffres + String((10 - (somme % 10)) % 10);
}

/** An invented SIRET: SIREN in 998, which the INSEE has not given; both keys are right. */
export function siretFictif(graine: string): string {
  const chiffres = [...graine].reduce((total, lettre) => (total * 31 + lettre.charCodeAt(0)) % 100_000, 7);
  return avecCleLuhn(`${avecCleLuhn(`998${String(chiffres).padStart(5, '0')}`)}0001`);
}

/** The CA on diabetes, of the demonstration: in Seine-Saint-Denis. */
export const DIABETE =
  'Accompagnement du développement de l’offre en promotion de la santé pour les personnes diabétiques';
