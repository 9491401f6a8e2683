import { Notification, type Contexte } from '@coopilote/db';
import type { ChoixMessage, GenreMessage } from '@coopilote/domain/notifications';

/** What was told to somebody, with what their message needs. */
export interface Attente {
  id: string;
  genre: GenreMessage;
  titre: string;
  detail: string | null;
  lien: string;
  utilisateurId: string;
  prenom: string;
  courriel: string;
  /** What the person chose for this kind; null when nothing. */
  choix: ChoixMessage | null;
  /** Region whose administrator may read the message: the person's own, when they work in one alone. */
  regionCode: string | null;
}

const ATTENTE = `
  SELECT n.id, n.genre, n.titre, n.detail, n.lien, u.id AS "utilisateurId", u.prenom, u.courriel, p.choix,
         CASE WHEN cardinality(r.regions) = 1 THEN r.regions[1] END AS "regionCode"
  FROM notification n JOIN utilisateur u ON u.id = n.utilisateur_id AND u.actif
  CROSS JOIN LATERAL (SELECT app.regions_de(u.id) AS regions) r
  LEFT JOIN preference_message p ON p.utilisateur_id = n.utilisateur_id AND p.genre = n.genre
  WHERE n.envoyee_le IS NULL AND n.resumee_le IS NULL`;

/** Writes those that their persons have not been told yet under the same key; answers which. */
export async function insertOnce(ctx: Contexte, notifications: Partial<Notification>[]): Promise<string[]> {
  if (notifications.length === 0) return [];
  const { raw } = await ctx.manager
    .createQueryBuilder()
    .insert()
    .into(Notification)
    .values(notifications)
    .orIgnore()
    .updateEntity(false)
    .returning('id')
    .execute();
  return (raw as { id: string }[]).map(({ id }) => id);
}

/** Those of `ids` that nobody has been told yet. */
export async function listTold(ctx: Contexte, ids: string[]): Promise<Attente[]> {
  return ctx.query(`${ATTENTE} AND n.id = ANY ($1::uuid[]) ORDER BY n.cree_le, n.id FOR UPDATE OF n`, [ids]);
}

/** All that waits for a digest, person by person. */
export async function listPending(ctx: Contexte): Promise<Attente[]> {
  return ctx.query(`${ATTENTE} ORDER BY u.id, n.cree_le, n.id FOR UPDATE OF n`);
}

export async function markTold(ctx: Contexte, colonne: 'envoyee_le' | 'resumee_le', ids: string[]): Promise<void> {
  await ctx.query(`UPDATE notification SET ${colonne} = now() WHERE id = ANY ($1::uuid[])`, [ids]);
}

/** What a person does not want to hear of is not kept. */
export async function dropUnwanted(ctx: Contexte, ids: string[]): Promise<void> {
  await ctx.query('DELETE FROM notification WHERE id = ANY ($1::uuid[])', [ids]);
}

/** Chooses how some kinds reach a person. */
export async function writePreferences(
  ctx: Contexte,
  utilisateurId: string,
  genres: readonly GenreMessage[],
  choix: ChoixMessage,
): Promise<void> {
  await ctx.query(
    `INSERT INTO preference_message (utilisateur_id, genre, choix) SELECT $1, genre, $3 FROM unnest($2::text[]) genre
     ON CONFLICT (utilisateur_id, genre) DO UPDATE SET choix = excluded.choix`,
    [utilisateurId, genres, choix],
  );
}
