import { VersionPerimee } from '@coopilote/db';

/**
 * Runs an edit made from `lue`: when the thing now stands at another version, refuses with what its page shows (`lire`)
 * rather than with the bare row, so that both versions can be compared field by field.
 * @throws VersionPerimee
 */
export async function modifierDepuis<T>(
  lue: number,
  actuelle: number,
  lire: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  if (lue !== actuelle) throw new VersionPerimee(await lire());
  try {
    return await work();
  } catch (erreur) {
    if (erreur instanceof VersionPerimee) throw new VersionPerimee(await lire());
    throw erreur;
  }
}
