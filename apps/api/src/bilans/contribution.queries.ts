import type { Contexte } from '@coopilote/db';
import type { ContenuBilan, ContributionLue, ContributionPublique } from '@coopilote/domain/bilans';
import { instant } from '../platform/sql';

/** What a structure asked of others for a report, the last asked first; row-level security keeps it to the structure. */
export async function listContributions(ctx: Contexte, bilanId: string): Promise<ContributionLue[]> {
  return ctx.query<ContributionLue>(
    `SELECT id, questions, nom, courriel, coalesce(app.nom_utilisateur(demande_par), '') AS "demandePar",
       ${instant('demande_le')} AS "demandeLe", ${instant('expire_le')} AS "expireLe", ${instant('retiree_le')} AS "retireeLe",
       ${instant('ecrit_le')} AS "ecritLe", ${instant('finie_le')} AS "finieLe",
       CASE WHEN finie_le IS NOT NULL THEN contenu END AS contenu
     FROM contribution_bilan WHERE bilan_id = $1 ORDER BY demande_le DESC, id`,
    [bilanId],
  );
}

/** What contributors have finished writing for a report. */
export async function listFinished(
  ctx: Contexte,
  bilanId: string,
): Promise<{ nom: string; le: string; contenu: ContenuBilan }[]> {
  return ctx.query(
    `SELECT nom, ${instant('finie_le')} AS le, contenu FROM contribution_bilan
     WHERE bilan_id = $1 AND finie_le IS NOT NULL AND retiree_le IS NULL ORDER BY finie_le DESC`,
    [bilanId],
  );
}

type Ouverte = Omit<ContributionPublique, 'indicateurs'> & {
  indicateurs: Omit<ContributionPublique['indicateurs'][number], 'cumul' | 'precedent'>[];
};

/** What the holder of a link may see; null when it opens nothing. */
export async function readByLink(ctx: Contexte, empreinte: string): Promise<Ouverte | null> {
  const [ligne] = await ctx.query<{ lue: Ouverte | null }>('SELECT app.lire_contribution($1) AS lue', [empreinte]);
  return ligne?.lue ?? null;
}

/** Writes over the version that was read; null when nothing was written. `contenu` null: only its end. */
export async function writeByLink(
  ctx: Contexte,
  empreinte: string,
  version: number,
  contenu: ContenuBilan | null,
  finie: boolean,
): Promise<number | null> {
  const [ligne] = await ctx.query<{ version: number | null }>(
    'SELECT app.ecrire_contribution($1, $2, $3, $4) AS version',
    [empreinte, version, contenu && JSON.stringify(contenu), finie],
  );
  return ligne?.version ?? null;
}
