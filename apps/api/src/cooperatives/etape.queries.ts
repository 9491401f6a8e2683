import type { ContextePersonne } from '@coopilote/db';
import type { TacheDeReunion } from '@coopilote/domain/pilotage';

/** Tasks of a CA's meetings that are still to do, by deadline. */
export async function listTachesDeReunions(
  ctx: ContextePersonne,
  cooperativeId: string,
  aujourdhui: string,
): Promise<Omit<TacheDeReunion, 'phase'>[]> {
  return ctx.query(
    `SELECT t.id, t.quoi, t.qui, (r.debut AT TIME ZONE 'Europe/Paris')::date AS debut, t.echeance, t.etat,
            coalesce(t.echeance < $2::date, false) AS "enRetard", t.reunion_id AS "reunionId", r.titre AS reunion
     FROM tache t JOIN reunion r ON r.id = t.reunion_id
     WHERE t.cooperative_id = $1 AND t.etat IN ('A_FAIRE', 'EN_COURS') ORDER BY t.echeance NULLS LAST, t.quoi, t.id`,
    [cooperativeId, aujourdhui],
  );
}
