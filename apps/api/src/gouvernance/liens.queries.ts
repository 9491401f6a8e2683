import type { Contexte, ContextePersonne } from '@coopilote/db';
import type { BilletPresence, ReponseCreneauSaisie, SondagePublic } from '@coopilote/domain/gouvernance';

/** Takes away the dates that are not put any more. @returns the instants (ms) of those that stay, with their answers. */
export async function closeCreneaux(ctx: ContextePersonne, reunionId: string, debuts: Date[]): Promise<number[]> {
  await ctx.query('DELETE FROM creneau WHERE reunion_id = $1 AND debut <> ALL ($2::timestamptz[])', [
    reunionId,
    debuts,
  ]);
  const rows = await ctx.query<{ debut: Date }>('SELECT debut FROM creneau WHERE reunion_id = $1', [reunionId]);
  return rows.map((r) => r.debut.getTime());
}

/** Opens the links of a poll until a day. @returns the prints of those that were not there before */
export async function keepLinks(
  ctx: ContextePersonne,
  reunion: { id: string; cooperativeId: string; departementCode: string },
  liens: { empreinte: string; participantId: string }[],
  expireLe: Date,
): Promise<Set<string>> {
  // A row that was there has been locked for its update: its xmax says so.
  const rows = await ctx.query<{ empreinte: string; nouveau: boolean }>(
    `INSERT INTO lien_reunion (empreinte, usage, reunion_id, cooperative_id, departement_code, participant_id, expire_le)
     SELECT l.empreinte, 'SONDAGE', $1, $2, $3, l.participant_id, $6 FROM unnest($4::text[], $5::uuid[]) AS l(empreinte, participant_id)
     ON CONFLICT (empreinte) DO UPDATE SET expire_le = excluded.expire_le RETURNING empreinte, xmax = 0 AS nouveau`,
    [
      reunion.id,
      reunion.cooperativeId,
      reunion.departementCode,
      liens.map((l) => l.empreinte),
      liens.map((l) => l.participantId),
      expireLe,
    ],
  );
  return new Set(rows.filter((l) => l.nouveau).map((l) => l.empreinte));
}

/** What a link opens, read past the policies by the database's own functions (migration 13). */
export async function lireSondage(ctx: Contexte, lien: string): Promise<SondagePublic | null> {
  const [ligne] = await ctx.query<{ sondage: SondagePublic | null }>('SELECT app.lire_sondage($1) AS sondage', [lien]);
  return ligne?.sondage ?? null;
}

export async function repondreSondage(ctx: Contexte, lien: string, reponses: ReponseCreneauSaisie[]): Promise<boolean> {
  const [ligne] = await ctx.query<{ fait: boolean }>('SELECT app.repondre_sondage($1, $2) AS fait', [
    lien,
    JSON.stringify(reponses),
  ]);
  return ligne?.fait ?? false;
}

export async function ouvrirPresence(
  ctx: Contexte,
  reunionId: string,
  lien: string,
): Promise<Omit<BilletPresence, 'billet'> | null> {
  const [ligne] = await ctx.query<{ presence: Omit<BilletPresence, 'billet'> | null }>(
    'SELECT app.ouvrir_presence($1, $2) AS presence',
    [reunionId, lien],
  );
  return ligne?.presence ?? null;
}

/** @returns name of who is now present; null when the signature is used, too old or out of place. */
export async function signerPresence(
  ctx: Contexte,
  lien: string,
  participantId: string,
  suppleant: boolean,
): Promise<string | null> {
  const [ligne] = await ctx.query<{ nom: string | null }>('SELECT app.signer_presence($1, $2, $3) AS nom', [
    lien,
    participantId,
    suppleant,
  ]);
  return ligne?.nom ?? null;
}
