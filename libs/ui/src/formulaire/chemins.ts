/** Reads `previsions.0.valeur` in a value; undefined when a step is missing. */
export function lireChemin(valeur: unknown, chemin: string): unknown {
  return chemin.split('.').reduce<unknown>((courant, cle) => (estObjet(courant) ? courant[cle] : undefined), valeur);
}

/** Copies a value with `previsions.0.valeur` replaced; arrays stay arrays, the rest is shared with the original. */
export function ecrireChemin<T>(valeur: T, chemin: string, contenu: unknown): T {
  const [cle = '', ...reste] = chemin.split('.');
  const suite = reste.join('.');
  const base: unknown = valeur ?? (/^\d+$/.test(cle) ? [] : {});
  const copie = (Array.isArray(base) ? [...base] : { ...(base as object) }) as Record<string, unknown>;
  copie[cle] = suite ? ecrireChemin(copie[cle], suite, contenu) : contenu;
  return copie as T;
}

function estObjet(valeur: unknown): valeur is Record<string, unknown> {
  return typeof valeur === 'object' && valeur !== null;
}
