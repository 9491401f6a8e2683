import { createHash } from 'node:crypto';
import { SCHEMA_TRAVAUX, type Contexte } from '@coopilote/db';
import { normaliserRecherche } from '@coopilote/domain/commun';
import type { EnvoiLu, EnvoisDemandes } from '@coopilote/domain/notifications';
import { Conditions, ordre, tranche } from '../platform/conditions';
import { instant, motifs, plie } from '../platform/sql';

const TRIS = {
  creeLe: 'e.cree_le',
  envoyeLe: 'e.envoye_le',
  destinataire: 'e.destinataire',
  objet: 'e.objet',
  etat: 'e.etat',
};
const PIECES = `(SELECT coalesce(json_agg(json_build_object('nom', p.nom, 'type', p.type, 'taille', p.taille) ORDER BY p.rang), '[]')
  FROM envoi_piece p WHERE p.envoi_id = e.id)`;

/** Messages of some regions, the newest first. */
export async function listEnvois(
  ctx: Contexte,
  demande: EnvoisDemandes,
  regions: string[],
): Promise<{ lignes: EnvoiLu[]; total: number }> {
  const c = new Conditions();
  c.et(`e.region_code = ANY (${c.param(regions)}::text[])`)
    .si(demande.etat, (place) => `e.etat = ${place}`)
    .si(
      demande.q && motifs(normaliserRecherche(demande.q)),
      (place) => `${plie("e.destinataire || ' ' || e.objet")} LIKE ALL (${place}::text[])`,
    );
  const [compte] = await ctx.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM envoi e ${c.where}`,
    c.params,
  );
  const lignes = await ctx.query<EnvoiLu>(
    `SELECT e.id, e.destinataire, e.objet, e.texte, e.etat, ${instant('e.cree_le')} AS "creeLe",
            ${instant('e.envoye_le')} AS "envoyeLe", e.essais, e.erreur, ${PIECES} AS pieces,
            CASE WHEN e.etat = 'EN_ATTENTE' THEN ${instant('e.prochain_essai')} END AS "prochainEssai"
     FROM envoi e ${c.where} ${ordre(demande.tri, TRIS, 'e.cree_le DESC', 'e.id')} ${tranche(demande).limite}`,
    c.params,
  );
  return { lignes, total: compte?.total ?? 0 };
}

/** Keeps bytes once, whoever sends them; answers the print under which they are. */
export async function keepContents(ctx: Contexte, contenus: Buffer[]): Promise<string[]> {
  const empreintes = contenus.map((octets) => createHash('sha256').update(octets).digest('hex'));
  if (contenus.length) {
    await ctx.query(
      `INSERT INTO envoi_contenu (empreinte, octets)
       SELECT * FROM unnest($1::text[], $2::bytea[]) ON CONFLICT DO NOTHING`,
      [empreintes, contenus],
    );
  }
  return empreintes;
}

export interface EnvoiPris {
  id: string;
  destinataire: string;
  objet: string;
  texte: string;
  html: string | null;
  desabonnement: string | null;
  essais: number;
  pieces: { nom: string; type: string; methode: string | null; octets: Buffer | null }[];
}

/** Takes a message that is due; null when it is not, or when another process has it while this transaction lasts. */
export async function takeEnvoi(ctx: Contexte, id: string): Promise<EnvoiPris | null> {
  const [envoi] = await ctx.query<Omit<EnvoiPris, 'pieces'>>(
    `SELECT id, destinataire, objet, texte, html, desabonnement, essais FROM envoi
     WHERE id = $1 AND etat = 'EN_ATTENTE' AND prochain_essai <= now() FOR UPDATE SKIP LOCKED`,
    [id],
  );
  if (!envoi) return null;
  const pieces = await ctx.query<EnvoiPris['pieces'][number]>(
    `SELECT p.nom, p.type, p.methode, c.octets FROM envoi_piece p LEFT JOIN envoi_contenu c USING (empreinte)
     WHERE p.envoi_id = $1 ORDER BY p.rang`,
    [id],
  );
  return { ...envoi, pieces };
}

/** Sent: the one-time link leaves the text, so that nobody who reads the outbox later can use it. */
export async function markSent(ctx: Contexte, id: string, lienMasque: string): Promise<void> {
  await ctx.query(
    `UPDATE envoi SET etat = 'ENVOYE', envoye_le = now(), essais = essais + 1, erreur = NULL,
       texte = regexp_replace(texte, '/lien/[A-Za-z0-9_-]+', $2, 'g'),
       html = regexp_replace(html, '/lien/[A-Za-z0-9_-]+', $2, 'g') WHERE id = $1`,
    [id, lienMasque],
  );
}

/** One more failed try; without a next one the message is given up. */
export async function markFailed(ctx: Contexte, id: string, erreur: string, prochain: Date | null): Promise<void> {
  await ctx.query(
    `UPDATE envoi SET essais = essais + 1, erreur = $2, prochain_essai = coalesce($3, prochain_essai),
       etat = CASE WHEN $3::timestamptz IS NULL THEN 'ECHEC' ELSE etat END WHERE id = $1`,
    [id, erreur, prochain],
  );
}

/** Puts a failed message back in the queue, with all its tries before it. */
export async function resetEnvoi(ctx: Contexte, id: string): Promise<void> {
  await ctx.query(
    `UPDATE envoi SET etat = 'EN_ATTENTE', essais = 0, prochain_essai = now() WHERE id = $1 AND etat = 'ECHEC'`,
    [id],
  );
}

/**
 * Messages that are due and that no job of `travail` waits for: those that were left while the installation had no mail
 * server.
 */
export async function listForgotten(ctx: Contexte, travail: string): Promise<string[]> {
  const lignes = await ctx.query<{ id: string }>(
    `SELECT e.id FROM envoi e WHERE e.etat = 'EN_ATTENTE' AND e.prochain_essai <= now()
       AND NOT EXISTS (SELECT 1 FROM ${SCHEMA_TRAVAUX}.job j
                       WHERE j.name = $1 AND j.state <= 'active' AND j.data ->> 'envoiId' = e.id::text)
     ORDER BY e.prochain_essai LIMIT 1000`,
    [travail],
  );
  return lignes.map((ligne) => ligne.id);
}

/** Lets go of the bytes that every message of which left more than `jours` days ago. */
export async function dropOldContents(ctx: Contexte, jours: number): Promise<void> {
  await ctx.query(
    `DELETE FROM envoi_contenu c WHERE c.cree_le < now() - make_interval(days => $1) AND NOT EXISTS (
       SELECT 1 FROM envoi_piece p JOIN envoi e ON e.id = p.envoi_id
       WHERE p.empreinte = c.empreinte AND (e.etat <> 'ENVOYE' OR e.envoye_le > now() - make_interval(days => $1)))`,
    [jours],
  );
}
