import type { Contexte } from '@coopilote/db';

/** True when nobody has an account yet. */
export async function isEmpty(ctx: Contexte): Promise<boolean> {
  const [ligne] = await ctx.query<{ vide: boolean }>('SELECT NOT EXISTS (SELECT 1 FROM utilisateur) AS vide');
  return ligne?.vide ?? false;
}

/** Marks everything that was loaded as demonstration. */
export async function markDemonstration(ctx: Contexte): Promise<void> {
  for (const table of ['structure', 'cooperative', 'fiche_action', 'reunion', 'engagement']) {
    await ctx.query(`UPDATE ${table} SET demonstration = true WHERE NOT demonstration`);
  }
}

/** Reports opened so far: « action|year|quarter » → id and version. */
export async function openReports(ctx: Contexte): Promise<Map<string, { id: string; version: number }>> {
  const lignes = await ctx.query<{ cle: string; id: string; version: number }>(
    `SELECT fiche_action_id || '|' || annee || '|' || trimestre AS cle, id, version FROM bilan_trimestriel`,
  );
  return new Map(lignes.map(({ cle, id, version }) => [cle, { id, version }]));
}
