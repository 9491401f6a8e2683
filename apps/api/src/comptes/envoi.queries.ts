import type { Contexte } from '@coopilote/db';
import type { EnvoiLu, EnvoisDemandes } from '@coopilote/domain/comptes';
import { normaliserRecherche } from '@coopilote/domain/commun';
import { Conditions, ordre, tranche } from '../platform/conditions';
import { instant, motifs, plie } from '../platform/sql';

const TRIS = {
  creeLe: 'e.cree_le',
  envoyeLe: 'e.envoye_le',
  destinataire: 'e.destinataire',
  objet: 'e.objet',
  etat: 'e.etat',
};

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
            ${instant('e.envoye_le')} AS "envoyeLe", e.erreur
     FROM envoi e ${c.where} ${ordre(demande.tri, TRIS, 'e.cree_le DESC', 'e.id')} ${tranche(demande).limite}`,
    c.params,
  );
  return { lignes, total: compte?.total ?? 0 };
}

export interface EnvoiPris {
  id: string;
  destinataire: string;
  objet: string;
  texte: string;
  essais: number;
}

/**
 * Takes the oldest message that is due; another process skips it while this transaction lasts. The five tries come 0, 2,
 * 16, 54 and 128 minutes after the deposit: a server's bad hour loses nothing.
 */
export async function takeEnvoi(ctx: Contexte): Promise<EnvoiPris | null> {
  const [envoi] = await ctx.query<EnvoiPris>(
    `SELECT id, destinataire, objet, texte, essais FROM envoi
     WHERE etat = 'EN_ATTENTE' AND cree_le + make_interval(mins => 2 * essais * essais * essais) <= now()
     ORDER BY cree_le, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  return envoi ?? null;
}

/** Sent: the one-time link leaves the text, so that nobody who reads the outbox later can use it. */
export async function markSent(ctx: Contexte, id: string, lienMasque: string): Promise<void> {
  await ctx.query(
    `UPDATE envoi SET etat = 'ENVOYE', envoye_le = now(), essais = essais + 1, erreur = NULL,
       texte = regexp_replace(texte, '/lien/[A-Za-z0-9_-]+', $2, 'g') WHERE id = $1`,
    [id, lienMasque],
  );
}

/** One more failed try; the last one gives the message up. */
export async function markFailed(ctx: Contexte, id: string, erreur: string, essaisMax: number): Promise<void> {
  await ctx.query(
    `UPDATE envoi SET essais = essais + 1, erreur = $2,
       etat = CASE WHEN essais + 1 >= $3 THEN 'ECHEC' ELSE etat END WHERE id = $1`,
    [id, erreur, essaisMax],
  );
}
