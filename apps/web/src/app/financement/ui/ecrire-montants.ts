import {
  LIBELLES_SUITES_NON_DEPENSE,
  LIBELLES_VERSEMENTS,
  NATURES,
  type NatureFinancement,
} from '@coopilote/domain/financement';
import { type Option, formatEuros } from '@coopilote/ui';

/** Writes the fields of the forms of money, where two versions are compared: amounts in euros, codes in words. */
export function ecrireMontants(champ: string, valeur: unknown, noms: readonly Option[] = []): string | undefined {
  if ((champ === 'montant' || champ === 'depense') && typeof valeur === 'number') return formatEuros(valeur);
  if (typeof valeur !== 'string') return undefined;
  if (champ === 'nature') return NATURES[valeur as NatureFinancement].libelle;
  if (champ === 'genre') return (LIBELLES_VERSEMENTS as Record<string, string>)[valeur];
  if (champ === 'suiteNonDepense') return (LIBELLES_SUITES_NON_DEPENSE as Record<string, string>)[valeur];
  return noms.find((nom) => nom.valeur === valeur)?.libelle;
}
