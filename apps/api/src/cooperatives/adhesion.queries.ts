import type { ContextePersonne } from '@coopilote/db';
import type { AdhesionLue } from '@coopilote/domain/cooperatives';

/** Memberships of a CA, those in force first; one of them when `adhesionId` is given. Accounts that the caller may not see are not counted. */
export async function listAdhesions(
  ctx: ContextePersonne,
  cooperativeId: string,
  aujourdhui: string,
  adhesionId: string | null = null,
): Promise<AdhesionLue[]> {
  return ctx.query(
    `SELECT a.id, a.structure_id AS "structureId", coalesce(s.nom, '') AS structure, coalesce(v.libelle, '') AS secteur,
            coalesce(c.nom, '') AS commune, a.debut, a.fin, a.motif_sortie AS "motifSortie", a.version,
            coalesce(f.actions, 0) AS actions, coalesce(p.comptes, 0) AS comptes
     FROM adhesion a
     LEFT JOIN structure s ON s.id = a.structure_id
     LEFT JOIN liste_valeur v ON v.id = s.secteur_id
     LEFT JOIN commune c ON c.code = s.commune_code
     LEFT JOIN (SELECT structure_id, count(*) AS actions FROM fiche_action
                WHERE cooperative_id = $1 AND etat <> 'ABANDONNEE' GROUP BY structure_id) f ON f.structure_id = a.structure_id
     LEFT JOIN (SELECT t.structure_id, count(DISTINCT u.id) AS comptes
                FROM attribution t JOIN utilisateur u ON u.id = t.utilisateur_id
                WHERE t.role = 'PARTENAIRE' AND u.actif AND u.mot_de_passe_hash IS NOT NULL
                  AND t.debut <= $2::date AND (t.fin IS NULL OR t.fin >= $2::date)
                  AND t.structure_id IN (SELECT structure_id FROM adhesion WHERE cooperative_id = $1)
                GROUP BY t.structure_id) p ON p.structure_id = a.structure_id
     WHERE a.cooperative_id = $1 AND ($3::uuid IS NULL OR a.id = $3::uuid)
     ORDER BY (a.fin IS NOT NULL AND a.fin < $2::date), s.nom, a.debut, a.id`,
    [cooperativeId, aujourdhui, adhesionId],
  );
}

/** True when another membership of the structure in the CA shares at least one day with [debut, fin]. */
export async function hasOverlap(
  ctx: ContextePersonne,
  cooperativeId: string,
  adhesion: { id: string; structureId: string; debut: string; fin: string | null },
): Promise<boolean> {
  const rows = await ctx.query(
    `SELECT 1 FROM adhesion WHERE cooperative_id = $1 AND structure_id = $2 AND id <> $3
       AND daterange(debut, fin, '[]') && daterange($4::date, $5::date, '[]') LIMIT 1`,
    [cooperativeId, adhesion.structureId, adhesion.id, adhesion.debut, adhesion.fin],
  );
  return rows.length > 0;
}

/** True when the structure is a member on at least one day of [debut, fin], and has not left before `aujourdhui`. */
export async function isMember(
  ctx: ContextePersonne,
  cooperativeId: string,
  structureId: string,
  periode: { debut: string; fin: string },
  aujourdhui: string,
): Promise<boolean> {
  const rows = await ctx.query(
    `SELECT 1 FROM adhesion WHERE cooperative_id = $1 AND structure_id = $2
       AND daterange(debut, fin, '[]') && daterange($3::date, $4::date, '[]') AND (fin IS NULL OR fin >= $5::date) LIMIT 1`,
    [cooperativeId, structureId, periode.debut, periode.fin, aujourdhui],
  );
  return rows.length > 0;
}

/** Day on which the structure asked to leave a convention of the CA, while its members were not consulted; undefined otherwise. */
export async function findUnconsulted(
  ctx: ContextePersonne,
  cooperativeId: string,
  structureId: string,
): Promise<string | undefined> {
  const [depart] = await ctx.query<{ demandeLe: string }>(
    `SELECT demande_le AS "demandeLe" FROM depart WHERE cooperative_id = $1 AND structure_id = $2 AND effet IS NULL LIMIT 1`,
    [cooperativeId, structureId],
  );
  return depart?.demandeLe;
}
