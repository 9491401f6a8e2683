import type { ContextePersonne } from '@coopilote/db';

/** What became of a decision's change: done at an instant, or why it could not be. */
export async function markApplied(
  ctx: ContextePersonne,
  decisionId: string,
  appliqueLe: Date | null,
  echec: string | null,
): Promise<void> {
  await ctx.query(
    `UPDATE decision SET applique_le = $2, echec_application = $3, version = version + 1,
       suite = CASE WHEN $2::timestamptz IS NULL THEN suite ELSE 'FAIT' END WHERE id = $1`,
    [decisionId, appliqueLe, echec],
  );
}
