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

/** One more failure; at `limite` the account rests. Counted by the database: guesses sent together all count. */
export async function countFailure(
  ctx: Contexte,
  utilisateurId: string,
  limite: number,
  minutes: number,
): Promise<void> {
  await ctx.query(
    `UPDATE utilisateur SET echecs = CASE WHEN echecs + 1 >= $2 THEN 0 ELSE echecs + 1 END,
       verrouille_jusqu = CASE WHEN echecs + 1 >= $2 THEN now() + make_interval(mins => $3) ELSE verrouille_jusqu END
     WHERE id = $1`,
    [utilisateurId, limite, minutes],
  );
}

/** Opens the context of somebody who has just proved who they are. */
export async function openIdentity(ctx: Contexte, utilisateurId: string): Promise<Identite | null> {
  const [ligne] = await ctx.query<{ identite: Identite | null }>('SELECT app.ouvrir_contexte($1, $2) AS identite', [
    utilisateurId,
    ctx.requete,
  ]);
  return ligne?.identite ?? null;
}
