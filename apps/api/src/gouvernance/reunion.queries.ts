import type { ContextePersonne } from '@coopilote/db';
import type { Perimetre } from '@coopilote/domain/droits';
import type {
  EtatCompteRenduLu,
  GenreInstance,
  ParticipantLu,
  PointLu,
  PointSaisi,
  ReunionLigne,
  ReunionsDemandees,
  SondageLu,
} from '@coopilote/domain/gouvernance';
import { Conditions, ordre, tranche } from '../platform/conditions';
import { instant } from '../platform/sql';

/** State of the newest minutes of `r` that the reader sees. */
const COMPTE_RENDU = `(SELECT k.etat FROM compte_rendu k WHERE k.reunion_id = r.id AND k.etat <> 'REMPLACE' ORDER BY k.numero DESC LIMIT 1)`;
const TRIS = { debut: 'r.debut', titre: 'r.titre', etat: 'r.etat' };

/** A page of meetings, those without a date first, then the latest. */
export async function listReunions(
  ctx: ContextePersonne,
  demande: ReunionsDemandees,
  perimetre: Perimetre,
): Promise<{ lignes: ReunionLigne[]; total: number }> {
  const c = new Conditions();
  c.perimetre(perimetre, 'r')
    .si(demande.cooperative, (p) => `r.cooperative_id = ${p}::uuid`)
    .si(demande.etat, (p) => `r.etat = ${p}`)
    .si(demande.du, (p) => `(r.debut AT TIME ZONE 'Europe/Paris')::date >= ${p}::date`)
    .si(demande.au, (p) => `(r.debut AT TIME ZONE 'Europe/Paris')::date <= ${p}::date`);
  const [compte] = await ctx.query<{ total: number }>(`SELECT count(*) AS total FROM reunion r ${c.where}`, c.params);
  const lignes = await ctx.query<ReunionLigne>(
    `SELECT r.id, r.instance_id AS "instanceId", i.genre, r.numero, r.titre, r.etat, ${instant('r.debut')} AS debut,
            ${instant('r.fin')} AS fin, r.fuseau, r.lieu, r.visio, r.demonstration,
            (SELECT count(*) FROM decision d WHERE d.reunion_id = r.id) AS decisions,
            (SELECT count(*) FROM tache t WHERE t.reunion_id = r.id AND t.etat IN ('A_FAIRE', 'EN_COURS')) AS taches,
            ${COMPTE_RENDU} AS "compteRendu"
     FROM reunion r JOIN instance i ON i.id = r.instance_id ${c.where}
     ${ordre(demande.tri, TRIS, 'r.debut DESC NULLS FIRST', 'r.id')} ${tranche(demande).limite}`,
    c.params,
  );
  return { lignes, total: compte?.total ?? 0 };
}

/** Number of the next meeting of an instance; two creations at once wait for one another. */
export async function takeNumeroReunion(ctx: ContextePersonne, instanceId: string): Promise<number> {
  await ctx.query(`SELECT pg_advisory_xact_lock(hashtext('reunion.numero'), hashtext($1))`, [instanceId]);
  const [ligne] = await ctx.query<{ numero: number }>(
    'SELECT coalesce(max(numero), 0) + 1 AS numero FROM reunion WHERE instance_id = $1',
    [instanceId],
  );
  return ligne?.numero ?? 1;
}

/** What a meeting's page names beside the meeting itself. */
export async function findEntourage(
  ctx: ContextePersonne,
  instanceId: string,
): Promise<{ instance: string; genre: GenreInstance; quorum: number | null } | undefined> {
  const [ligne] = await ctx.query<{ instance: string; genre: GenreInstance; quorum: number | null }>(
    'SELECT intitule AS instance, genre, quorum FROM instance WHERE id = $1',
    [instanceId],
  );
  return ligne;
}

export async function listPoints(ctx: ContextePersonne, reunionId: string): Promise<PointLu[]> {
  return ctx.query<PointLu>(
    `SELECT id, ordre, titre, details, duree, genre, cle, rapporteur, ecoule, traite FROM point_reunion WHERE reunion_id = $1 ORDER BY ordre`,
    [reunionId],
  );
}

export async function listParticipants(ctx: ContextePersonne, reunionId: string): Promise<ParticipantLu[]> {
  const { utilisateurId, courriel } = ctx.identite;
  return ctx.query<ParticipantLu>(
    `SELECT p.id, p.qualite, p.structure_id AS "structureId", s.nom AS structure, p.nom, p.courriel, p.suppleant_nom AS "suppleantNom",
            p.suppleant_courriel AS "suppleantCourriel", p.utilisateur_id IS NOT NULL AS compte,
            -- A seat may be older than the account of who sits there: it has the same address.
            coalesce($2::uuid IN (p.utilisateur_id, p.suppleant_id), false)
              OR coalesce(lower($3) IN (lower(p.courriel), lower(p.suppleant_courriel)), false) AS moi, p.votant, p.statut, p.present_nom AS "presentNom", p.pouvoir_a AS "pouvoirA", ${instant('p.arrive_le')} AS "arriveLe", p.version
     FROM participant p LEFT JOIN structure s ON s.id = p.structure_id WHERE p.reunion_id = $1
     ORDER BY p.qualite <> 'COORDINATION', p.qualite <> 'STRUCTURE', s.nom, p.nom, p.id`,
    [reunionId, utilisateurId, courriel],
  );
}

/** Seats in force on a day that the meeting does not call yet are called. */
export async function callSeats(ctx: ContextePersonne, reunionId: string, jour: string): Promise<void> {
  await ctx.query(
    `INSERT INTO participant (id, reunion_id, cooperative_id, departement_code, membre_id, structure_id, qualite, nom, courriel,
                              utilisateur_id, suppleant_nom, suppleant_courriel, suppleant_id, votant)
     SELECT gen_random_uuid(), r.id, r.cooperative_id, r.departement_code, m.id, m.structure_id, m.qualite, m.titulaire_nom,
            m.titulaire_courriel, m.titulaire_id, m.suppleant_nom, m.suppleant_courriel, m.suppleant_id, m.qualite <> 'INVITE'
     FROM reunion r JOIN membre_instance m ON m.instance_id = r.instance_id
     WHERE r.id = $1 AND m.debut <= $2::date AND (m.fin IS NULL OR m.fin >= $2::date)
       AND NOT EXISTS (SELECT 1 FROM participant p WHERE p.reunion_id = r.id AND p.membre_id = m.id)`,
    [reunionId, jour],
  );
}

/** The agenda becomes this list, in this order: what is not in it goes away. `points` carry ids of their own. */
export async function replacePoints(
  ctx: ContextePersonne,
  reunion: { id: string; cooperativeId: string; departementCode: string },
  points: (PointSaisi & { id: string })[],
): Promise<void> {
  await ctx.query('DELETE FROM point_reunion WHERE reunion_id = $1 AND id <> ALL ($2::uuid[])', [
    reunion.id,
    points.map((p) => p.id),
  ]);
  await ctx.query(
    `INSERT INTO point_reunion (id, reunion_id, cooperative_id, departement_code, ordre, titre, details, duree, genre, cle, rapporteur)
     SELECT p.id, $1, $2, $3, p.ordre, p.titre, p.details, p.duree, p.genre, p.cle, p.rapporteur
     FROM jsonb_to_recordset($4::jsonb) AS p(id uuid, ordre integer, titre text, details text, duree integer, genre text, cle text, rapporteur text)
     ON CONFLICT (id) DO UPDATE SET ordre = excluded.ordre, titre = excluded.titre, details = excluded.details,
       duree = excluded.duree, genre = excluded.genre, cle = excluded.cle, rapporteur = excluded.rapporteur,
       version = point_reunion.version + 1 WHERE point_reunion.reunion_id = $1`,
    [
      reunion.id,
      reunion.cooperativeId,
      reunion.departementCode,
      JSON.stringify(points.map((p, ordre) => ({ ...p, ordre }))),
    ],
  );
}

/** Dates put to the members, with what each answered. */
export async function listCreneaux(ctx: ContextePersonne, reunionId: string): Promise<SondageLu['creneaux']> {
  return ctx.query<SondageLu['creneaux'][number]>(
    `SELECT k.id, ${instant('k.debut')} AS debut, ${instant('k.fin')} AS fin,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('participantId', x.participant_id, 'reponse', x.reponse)), '[]')
             FROM reponse_creneau x WHERE x.creneau_id = k.id) AS reponses
     FROM creneau k WHERE k.reunion_id = $1 ORDER BY k.debut`,
    [reunionId],
  );
}

/** The dates put to the members last as long as the meeting. */
export async function resizeCreneaux(ctx: ContextePersonne, reunionId: string, duree: number): Promise<void> {
  await ctx.query('UPDATE creneau SET fin = debut + make_interval(mins => $2) WHERE reunion_id = $1', [
    reunionId,
    duree,
  ]);
}

/** Ends the point under way: its time is counted, and it is dealt with. */
export async function leavePoint(ctx: ContextePersonne, reunionId: string, maintenant: Date): Promise<void> {
  await ctx.query(
    `UPDATE point_reunion p SET traite = true, ecoule = p.ecoule + greatest(0, extract(epoch FROM $2::timestamptz - r.point_depuis))::integer
     FROM reunion r WHERE r.id = $1 AND p.reunion_id = r.id AND p.id = r.point_id`,
    [reunionId, maintenant],
  );
}

/** A point comes under way; null: none is. */
export async function enterPoint(
  ctx: ContextePersonne,
  reunionId: string,
  pointId: string | null,
  maintenant: Date,
): Promise<void> {
  await ctx.query(
    `UPDATE reunion SET point_id = $2, point_depuis = CASE WHEN $2::uuid IS NULL THEN NULL ELSE $3::timestamptz END WHERE id = $1`,
    [reunionId, pointId, maintenant],
  );
}

/** Those who were expected and did not come are absent. */
export async function markAbsents(ctx: ContextePersonne, reunionId: string): Promise<void> {
  await ctx.query(
    `UPDATE participant SET statut = 'ABSENT', version = version + 1 WHERE reunion_id = $1 AND statut = 'ATTENDU'`,
    [reunionId],
  );
}

/** Where the minutes stand for who reads; null: none that they see. */
export async function findMinutesState(ctx: ContextePersonne, reunionId: string): Promise<EtatCompteRenduLu> {
  const [ligne] = await ctx.query<{ etat: EtatCompteRenduLu }>(
    `SELECT ${COMPTE_RENDU} AS etat FROM reunion r WHERE r.id = $1`,
    [reunionId],
  );
  return ligne?.etat ?? null;
}

/** True once minutes of the meeting were validated. */
export async function hasValidatedMinutes(ctx: ContextePersonne, reunionId: string): Promise<boolean> {
  const rows = await ctx.query(`SELECT 1 FROM compte_rendu WHERE reunion_id = $1 AND etat <> 'PROJET' LIMIT 1`, [
    reunionId,
  ]);
  return rows.length > 0;
}
