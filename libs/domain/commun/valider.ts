import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Classe } from './champs';
import type { ErreurChamp } from './probleme';

const CODES: Record<string, string> = {
  whitelistValidation: 'inconnu',
  isString: 'texte',
  minLength: 'requis',
  isInt: 'entier',
  isNumber: 'nombre',
};

/** Flattens class-validator's tree into one line a field, with dotted paths. */
export function aplatirErreurs(erreurs: ValidationError[], prefixe = ''): ErreurChamp[] {
  return erreurs.flatMap((erreur) => {
    const champ = prefixe ? `${prefixe}.${erreur.property}` : erreur.property;
    const enfants = aplatirErreurs(erreur.children ?? [], champ);
    if (enfants.length) return enfants;
    const [code, message] = Object.entries(erreur.constraints ?? {})[0] ?? ['invalide', 'Valeur à revoir.'];
    const phrase =
      code === 'whitelistValidation' ? `«\u00a0${erreur.property}\u00a0» n’est pas un champ attendu ici.` : message;
    return [{ champ, code: CODES[code] ?? code, message: phrase }];
  });
}

/** Reads a plain object as a contract: the instance (trimmed, typed) and what is wrong in it. Nothing is an empty object. */
export function lireContrat<T extends object>(
  classe: Classe<T>,
  valeur: unknown,
): { objet: T; erreurs: ErreurChamp[] } {
  if (valeur != null && (typeof valeur !== 'object' || Array.isArray(valeur))) {
    return { objet: new classe(), erreurs: [{ champ: '', code: 'objet', message: 'Un objet est attendu.' }] };
  }
  const objet = plainToInstance(classe, valeur ?? {});
  const erreurs = validateSync(objet, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  return { objet, erreurs: aplatirErreurs(erreurs) };
}
