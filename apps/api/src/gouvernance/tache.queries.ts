import type { ContextePersonne } from '@coopilote/db';
import type { TacheLue } from '@coopilote/domain/gouvernance';
import { Conditions } from '../platform/conditions';

export type TacheEnBase = Omit<TacheLue, 'modifiable' | 'enRetard'> & { departementCode: string; regionCode: string };

/** Which tasks are wanted. */
export type Selection =
  | { reunionId: string }
  | { id: string }
  /** Those that are still to do, of one CA or of somebody. */
  | { cooperativeId: string }
  | { utilisateurId: string; structures: string[] };

const PLAFOND = 200;

export async function listTaches(ctx: ContextePersonne, selection: Selection): Promise<TacheEnBase[]> {
  const c = new Conditions();
  if ('reunionId' in selection) c.et(`t.reunion_id = ${c.param(selection.reunionId)}`);
  else if ('id' in selection) c.et(`t.id = ${c.param(selection.id)}`);
  else {
    c.et(`t.etat IN ('A_FAIRE', 'EN_COURS')`);
    if ('cooperativeId' in selection) c.et(`t.cooperative_id = ${c.param(selection.cooperativeId)}`);
    else {
      const [moi, structures] = [c.param(selection.utilisateurId), c.param(selection.structures)];
      c.et(
        `(t.utilisateur_id = ${moi} OR (t.utilisateur_id IS NULL AND t.structure_id = ANY (${structures}::uuid[])))`,
      );
    }
  }
  return ctx.query<TacheEnBase>(
    `SELECT t.id, t.reunion_id AS "reunionId", coalesce(r.titre, '') AS reunion, t.cooperative_id AS "cooperativeId",
            c.intitule AS cooperative, c.departement_code AS "departementCode", c.region_code AS "regionCode", t.point_id AS "pointId",
            t.quoi, t.qui, t.utilisateur_id AS "utilisateurId", t.structure_id AS "structureId", t.echeance, t.etat, t.version
     FROM tache t JOIN cooperative c ON c.id = t.cooperative_id LEFT JOIN reunion r ON r.id = t.reunion_id
     ${c.where} ORDER BY t.echeance NULLS LAST, t.quoi, t.id LIMIT ${PLAFOND}`,
    c.params,
  );
}
