/** Shades that an eye still tells apart on a map, in print too. */
const CLASSES = 5;

export interface Classe {
  bas: number;
  haut: number;
  nombre: number;
}

/**
 * Cuts values into at most five classes of about as many members each (quantiles); equal values are never parted.
 * Each class says the least and the greatest of its members, so that no limit falls where there is nothing.
 */
export function classer(valeurs: readonly number[], nombre = CLASSES): Classe[] {
  const triees = [...valeurs].sort((a, b) => a - b);
  const classes: Classe[] = [];
  for (const [rang, valeur] of triees.entries()) {
    const derniere = classes.at(-1);
    const place = Math.floor((rang * nombre) / triees.length);
    const suivante = !derniere || (valeur !== derniere.haut && place >= classes.length);
    if (suivante) classes.push({ bas: valeur, haut: valeur, nombre: 1 });
    else Object.assign(derniere, { haut: valeur, nombre: derniere.nombre + 1 });
  }
  return classes;
}

/** Rank of the class that holds a value; −1 without one. */
export function rangClasse(classes: readonly Classe[], valeur: number | null): number {
  return valeur === null ? -1 : classes.findIndex(({ bas, haut }) => valeur >= bas && valeur <= haut);
}
