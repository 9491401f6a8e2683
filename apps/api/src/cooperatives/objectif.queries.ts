import type { ContextePersonne } from '@coopilote/db';
import type { ObjectifLu, ProgrammeLu } from '@coopilote/domain/cooperatives';

/** The tree of a CA, in its order; one objective when `objectifId` is given. */
export async function listObjectifs(
  ctx: ContextePersonne,
  cooperativeId: string,
  objectifId: string | null = null,
): Promise<ObjectifLu[]> {
  return ctx.query(
    `SELECT id, parent_id AS "parentId", niveau, intitule, impact, ordre, version FROM objectif
     WHERE cooperative_id = $1 AND ($2::uuid IS NULL OR id = $2::uuid)
     ORDER BY array_position(ARRAY['GENERAL', 'SPECIFIQUE', 'OPERATIONNEL'], niveau), ordre, intitule, id`,
    [cooperativeId, objectifId],
  );
}

/** Order of one more objective under the same parent. */
export async function nextOrdre(
  ctx: ContextePersonne,
  cooperativeId: string,
  parentId: string | null,
): Promise<number> {
  const [ligne] = await ctx.query<{ ordre: number }>(
    `SELECT coalesce(max(ordre), 0) + 1 AS ordre FROM objectif WHERE cooperative_id = $1 AND parent_id IS NOT DISTINCT FROM $2::uuid`,
    [cooperativeId, parentId],
  );
  return ligne?.ordre ?? 1;
}

/** What hangs on an objective. */
export async function countUsages(
  ctx: ContextePersonne,
  objectifId: string,
): Promise<{ enfants: number; actions: number }> {
  const [ligne] = await ctx.query<{ enfants: number; actions: number }>(
    `SELECT (SELECT count(*) FROM objectif WHERE parent_id = $1) AS enfants,
            (SELECT count(*) FROM fiche_action WHERE objectif_id = $1) AS actions`,
    [objectifId],
  );
  return ligne ?? { enfants: 0, actions: 0 };
}

/** Actions of a CA with the number of their indicators of each type. */
export async function listActionsDuProgramme(
  ctx: ContextePersonne,
  cooperativeId: string,
): Promise<ProgrammeLu['actions']> {
  return ctx.query(
    `SELECT f.id, f.objectif_id AS "objectifId", f.intitule, f.structure_id AS "structureId", coalesce(s.nom, '') AS structure, f.etat,
            jsonb_build_object('processus', count(i.id) FILTER (WHERE i.type = 'PROCESSUS'),
                               'activite', count(i.id) FILTER (WHERE i.type = 'ACTIVITE'),
                               'resultat', count(i.id) FILTER (WHERE i.type = 'RESULTAT')) AS indicateurs
     FROM fiche_action f LEFT JOIN structure s ON s.id = f.structure_id LEFT JOIN indicateur i ON i.fiche_action_id = f.id
     WHERE f.cooperative_id = $1 GROUP BY f.id, s.nom ORDER BY f.numero`,
    [cooperativeId],
  );
}

/** Populations of the CA that no living action addresses: their names. */
export async function listPublicsSansAction(ctx: ContextePersonne, cooperativeId: string): Promise<string[]> {
  const rows = await ctx.query<{ libelle: string }>(
    `SELECT v.libelle FROM cooperative_public p JOIN liste_valeur v ON v.id = p.public_id
     WHERE p.cooperative_id = $1
       AND NOT EXISTS (SELECT 1 FROM fiche_action f WHERE f.cooperative_id = $1 AND f.etat <> 'ABANDONNEE'
                       AND p.public_id IN (f.public1_id, f.public2_id, f.public3_id))
     ORDER BY v.ordre, v.libelle`,
    [cooperativeId],
  );
  return rows.map((r) => r.libelle);
}
