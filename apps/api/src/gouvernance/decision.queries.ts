import type { ContextePersonne } from '@coopilote/db';
import type { Changement, DecisionLue } from '@coopilote/domain/gouvernance';
import { instant } from '../platform/sql';

export type DecisionEnBase = Omit<DecisionLue, 'numero' | 'changementDit'> & { annee: number; rang: number };

/** Decisions of a meeting, or of a whole CA, in the order of their numbers. */
export async function listDecisions(
  ctx: ContextePersonne,
  ou: { reunionId: string } | { cooperativeId: string },
): Promise<DecisionEnBase[]> {
  const [colonne, cle] = 'reunionId' in ou ? ['reunion_id', ou.reunionId] : ['cooperative_id', ou.cooperativeId];
  return ctx.query<DecisionEnBase>(
    `SELECT d.id, d.reunion_id AS "reunionId", d.point_id AS "pointId", d.annee, d.numero AS rang, d.texte, d.issue, d.mode, d.pour,
            d.contre, d.abstention, d.changement, ${instant('d.applique_le')} AS "appliqueLe", d.echec_application AS "echecApplication",
            d.suite, r.titre AS reunion, (r.debut AT TIME ZONE 'Europe/Paris')::date AS date, d.version
     FROM decision d JOIN reunion r ON r.id = d.reunion_id WHERE d.${colonne} = $1 ORDER BY d.annee, d.numero`,
    [cle],
  );
}

/** Next number of a CA's decisions in a year; two decisions at once wait for one another. */
export async function takeNumeroDecision(ctx: ContextePersonne, cooperativeId: string, annee: number): Promise<number> {
  await ctx.query(`SELECT pg_advisory_xact_lock(hashtext('decision.numero'), hashtext($1))`, [cooperativeId]);
  const [ligne] = await ctx.query<{ numero: number }>(
    'SELECT coalesce(max(numero), 0) + 1 AS numero FROM decision WHERE cooperative_id = $1 AND annee = $2',
    [cooperativeId, annee],
  );
  return ligne?.numero ?? 1;
}

/** Adopted decisions of a meeting whose change is still to be carried out. */
export async function listToApply(
  ctx: ContextePersonne,
  reunionId: string,
): Promise<{ id: string; annee: number; numero: number; changement: Changement }[]> {
  return ctx.query(
    `SELECT id, annee, numero, changement FROM decision
     WHERE reunion_id = $1 AND issue = 'ADOPTEE' AND changement IS NOT NULL AND applique_le IS NULL ORDER BY annee, numero`,
    [reunionId],
  );
}

/** What the history says of each change from now on in this transaction; null: nothing more. */
export async function cite(ctx: ContextePersonne, motif: string | null): Promise<void> {
  await ctx.query(`SELECT set_config('app.motif', $1, true)`, [motif ?? '']);
}

/** Runs `work` so that its failure undoes it alone. */
export async function apart(ctx: ContextePersonne, work: () => Promise<void>): Promise<void> {
  await ctx.query('SAVEPOINT a_part');
  try {
    await work();
    await ctx.query('RELEASE SAVEPOINT a_part');
  } catch (erreur) {
    await ctx.query('ROLLBACK TO SAVEPOINT a_part');
    throw erreur;
  }
}
