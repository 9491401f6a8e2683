import type { Contexte, ContextePersonne } from '@coopilote/db';

/** True when the meeting is there for who reads. */
export async function existsForReader(ctx: Contexte, reunionId: string): Promise<boolean> {
  return (await ctx.query('SELECT 1 FROM reunion WHERE id = $1', [reunionId])).length > 0;
}

/** Text of the notes of each point of a meeting. */
export async function listNotes(ctx: ContextePersonne, reunionId: string): Promise<Record<string, string>> {
  const [ligne] = await ctx.query<{ notes: Record<string, string> }>(
    `SELECT coalesce(jsonb_object_agg(point_id, texte), '{}') AS notes FROM note_point WHERE reunion_id = $1`,
    [reunionId],
  );
  return ligne?.notes ?? {};
}

/** The document of a point's notes, held until the end of the transaction: updates that cross are merged one after the other. */
export async function lockNote(ctx: ContextePersonne, pointId: string): Promise<Buffer | null> {
  await ctx.query(`SELECT pg_advisory_xact_lock(hashtext('note_point'), hashtext($1))`, [pointId]);
  return readNote(ctx, pointId);
}

export async function readNote(ctx: ContextePersonne, pointId: string): Promise<Buffer | null> {
  const [ligne] = await ctx.query<{ document: Buffer }>('SELECT document FROM note_point WHERE point_id = $1', [
    pointId,
  ]);
  return ligne?.document ?? null;
}

export async function saveNote(
  ctx: ContextePersonne,
  cles: { pointId: string; reunionId: string; cooperativeId: string; departementCode: string },
  document: Uint8Array,
  texte: string,
): Promise<void> {
  await ctx.query(
    `INSERT INTO note_point (point_id, reunion_id, cooperative_id, departement_code, document, texte) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (point_id) DO UPDATE SET document = excluded.document, texte = excluded.texte`,
    [cles.pointId, cles.reunionId, cles.cooperativeId, cles.departementCode, Buffer.from(document), texte],
  );
}

/** Adds a point at the end of the agenda. */
export async function appendPoint(
  ctx: ContextePersonne,
  reunion: { id: string; cooperativeId: string; departementCode: string },
  point: {
    id: string;
    titre: string;
    details?: string | null;
    duree: number;
    genre: string;
    rapporteur?: string | null;
  },
): Promise<void> {
  await ctx.query(
    `INSERT INTO point_reunion (id, reunion_id, cooperative_id, departement_code, ordre, titre, details, duree, genre, rapporteur)
     SELECT $4, $1, $2, $3, coalesce(max(ordre), -1) + 1, $5, $6, $7, $8, $9 FROM point_reunion WHERE reunion_id = $1`,
    [
      reunion.id,
      reunion.cooperativeId,
      reunion.departementCode,
      point.id,
      point.titre,
      point.details ?? null,
      point.duree,
      point.genre,
      point.rapporteur ?? null,
    ],
  );
}
