import type { Contexte, ContextePersonne } from '@coopilote/db';
import type { ObjetPiece, PieceLue } from '@coopilote/domain/pieces';
import { instant } from '../platform/sql';

export type PieceEnBase = Omit<PieceLue, 'retirable'> & { deposeParId: string };

/** Pieces of a thing, the newest first; one of them when `id` is given. */
export async function listPieces(
  ctx: ContextePersonne,
  objet: ObjetPiece,
  objetId: string,
  id: string | null = null,
): Promise<PieceEnBase[]> {
  return ctx.query(
    `SELECT id, nom, type, taille, depose_par AS "deposeParId", app.nom_utilisateur(depose_par) AS "deposePar",
            ${instant('depose_le')} AS "deposeLe", demonstration
     FROM piece WHERE objet = $1 AND objet_id = $2 AND ($3::uuid IS NULL OR id = $3::uuid)
     ORDER BY depose_le DESC, nom, id`,
    [objet, objetId, id],
  );
}

/** Says that a content is about to be kept. */
export async function declareContenu(ctx: Contexte, empreinte: string): Promise<void> {
  await ctx.query('INSERT INTO piece_contenu (empreinte) VALUES ($1) ON CONFLICT DO NOTHING', [empreinte]);
}

/** Contents that no piece names: among `empreintes`, or, when null, all those that are more than a day old. */
export async function listOrphelins(ctx: Contexte, empreintes: string[] | null): Promise<string[]> {
  const rows = await ctx.query<{ empreinte: string }>(
    `SELECT empreinte FROM piece_contenu c
     WHERE CASE WHEN $1::text[] IS NULL THEN depose_le < now() - interval '1 day' ELSE empreinte = ANY ($1::text[]) END
       AND NOT EXISTS (SELECT 1 FROM piece p WHERE p.empreinte = c.empreinte)
     ORDER BY depose_le LIMIT 1000`,
    [empreintes],
  );
  return rows.map(({ empreinte }) => empreinte);
}

/** Forgets a content that no piece names; false when one does. The row stays locked until the end of the transaction. */
export async function forgetContenu(ctx: Contexte, empreinte: string): Promise<boolean> {
  const rows = await ctx.query<{ empreinte: string }>(
    `WITH oublie AS (
       DELETE FROM piece_contenu c WHERE empreinte = $1
         AND NOT EXISTS (SELECT 1 FROM piece p WHERE p.empreinte = c.empreinte) RETURNING empreinte
     ) SELECT empreinte FROM oublie`,
    [empreinte],
  );
  return rows.length > 0;
}
