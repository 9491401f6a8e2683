import type { Contexte } from '@coopilote/db';

/** Uses a link up; answers whose it was, null when it is unknown, used or over. Two calls at once: one alone gets it. */
export async function consumeLink(ctx: Contexte, empreinte: string): Promise<string | null> {
  const [lien] = await ctx.query<{ utilisateurId: string }>(
    `WITH pris AS (
       UPDATE lien_unique SET utilise_le = now()
       WHERE empreinte = $1 AND utilise_le IS NULL AND expire_le > now() RETURNING utilisateur_id)
     SELECT utilisateur_id AS "utilisateurId" FROM pris`,
    [empreinte],
  );
  return lien?.utilisateurId ?? null;
}
