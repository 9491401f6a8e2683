import type { ContextePersonne } from '@coopilote/db';

export interface DepartEnBase {
  id: string;
  structureId: string;
  structure: string;
  demandeLe: string;
  motif: string;
  demandePar: string | null;
  consulteLe: string | null;
  compteRendu: string | null;
  effet: string | null;
  version: number;
}

/** Members of a convention that leave, or have left, the last first. */
export async function listDeparts(ctx: ContextePersonne, conventionId: string): Promise<DepartEnBase[]> {
  return ctx.query(
    `SELECT d.id, d.structure_id AS "structureId", coalesce(s.nom, '') AS structure, d.demande_le AS "demandeLe", d.motif,
            app.nom_utilisateur(d.demande_par) AS "demandePar", d.consulte_le AS "consulteLe", d.compte_rendu AS "compteRendu",
            d.effet, d.version
     FROM depart d LEFT JOIN structure s ON s.id = d.structure_id WHERE d.convention_id = $1
     ORDER BY d.demande_le DESC, s.nom, d.id`,
    [conventionId],
  );
}

/** Ends the membership of a structure that leaves on a day. */
export async function endMembership(
  ctx: ContextePersonne,
  cooperativeId: string,
  structureId: string,
  fin: string,
  motif: string,
): Promise<void> {
  await ctx.query(
    `UPDATE adhesion SET fin = $3, motif_sortie = $4, version = version + 1
     WHERE cooperative_id = $1 AND structure_id = $2 AND debut <= $3 AND (fin IS NULL OR fin > $3)`,
    [cooperativeId, structureId, fin, motif],
  );
}

/** Gives back the membership that a departure, given up, would have ended. */
export async function keepMembership(
  ctx: ContextePersonne,
  cooperativeId: string,
  structureId: string,
  fin: string,
): Promise<void> {
  await ctx.query(
    `UPDATE adhesion SET fin = NULL, motif_sortie = NULL, version = version + 1
     WHERE cooperative_id = $1 AND structure_id = $2 AND fin = $3`,
    [cooperativeId, structureId, fin],
  );
}
