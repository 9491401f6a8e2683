import type { Contexte } from '@coopilote/db';
import type { Identite } from '@coopilote/domain/comptes';

/** Attempts under a key in the present quarter of an hour, this one included. */
export async function countAttempt(ctx: Contexte, cle: string): Promise<number> {
  const [ligne] = await ctx.query<{ nombre: number }>(
    `INSERT INTO tentative (cle, fenetre, nombre) VALUES ($1, date_bin('15 minutes', now(), 'epoch'), 1)
     ON CONFLICT (cle, fenetre) DO UPDATE SET nombre = tentative.nombre + 1 RETURNING nombre`,
    [cle],
  );
  return ligne?.nombre ?? 1;
}

/** Opens the context of somebody who has just proved who they are. */
export async function openIdentity(ctx: Contexte, utilisateurId: string): Promise<Identite | null> {
  const [ligne] = await ctx.query<{ identite: Identite | null }>('SELECT app.ouvrir_contexte($1, $2) AS identite', [
    utilisateurId,
    ctx.requete,
  ]);
  return ligne?.identite ?? null;
}
