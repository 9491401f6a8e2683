import type { Job } from 'pg-boss';
import { SCHEMA_TRAVAUX, type Contexte } from '@coopilote/db';
import type { TravailLu } from '@coopilote/domain/commun';
import { instant } from '../sql';

/** Locks a job until the transaction ends; false when this attempt no longer holds it (it lasted too long, or ended). */
export async function holdJob(ctx: Contexte, { name, id, retryCount }: Job): Promise<boolean> {
  const lignes = await ctx.query(
    `SELECT 1 FROM ${SCHEMA_TRAVAUX}.job WHERE name = $1 AND id = $2 AND retry_count = $3 AND state = 'active' FOR UPDATE`,
    [name, id, retryCount],
  );
  return lignes.length === 1;
}

/** How the jobs of each kind stand, failures of the last `jours` days. */
export async function listStates(
  ctx: Contexte,
  jours: number,
): Promise<Pick<TravailLu, 'nom' | 'enAttente' | 'dernierSucces' | 'echecs' | 'dernierEchec' | 'reference'>[]> {
  const echec = `state = 'failed' AND completed_on > now() - make_interval(days => $1)`;
  return ctx.query(
    `SELECT name AS nom, count(*) FILTER (WHERE state < 'active')::int AS "enAttente",
            ${instant(`max(completed_on) FILTER (WHERE state = 'completed')`)} AS "dernierSucces",
            count(*) FILTER (WHERE ${echec})::int AS echecs,
            ${instant(`max(completed_on) FILTER (WHERE ${echec})`)} AS "dernierEchec",
            (array_agg(id ORDER BY completed_on DESC) FILTER (WHERE ${echec}))[1] AS reference
     FROM ${SCHEMA_TRAVAUX}.job GROUP BY name`,
    [jours],
  );
}
