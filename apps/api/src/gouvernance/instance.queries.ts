import type { ContextePersonne } from '@coopilote/db';
import type { GenreInstance, MembreLu, QualiteMembre } from '@coopilote/domain/gouvernance';

export interface InstanceEnBase {
  id: string;
  cooperativeId: string;
  genre: GenreInstance;
  intitule: string;
  role: string | null;
  periodiciteJours: number | null;
  quorum: number | null;
  version: number;
  /** Day of the last meeting held, null when none was. */
  derniere: string | null;
  /** A meeting is convened or prepared for a day to come. */
  prevue: boolean;
}

/** Instances of a CA, or one of them; the copil first. */
export async function listInstances(
  ctx: ContextePersonne,
  cooperativeId: string,
  aujourdhui: string,
  id: string | null = null,
): Promise<InstanceEnBase[]> {
  return ctx.query<InstanceEnBase>(
    `SELECT i.id, i.cooperative_id AS "cooperativeId", i.genre, i.intitule, i.role, i.periodicite_jours AS "periodiciteJours",
            i.quorum, i.version,
            (SELECT max((r.debut AT TIME ZONE 'Europe/Paris')::date) FROM reunion r WHERE r.instance_id = i.id AND r.etat = 'CLOSE') AS derniere,
            EXISTS (SELECT 1 FROM reunion r WHERE r.instance_id = i.id AND r.etat IN ('PREPARATION', 'CONVOQUEE', 'EN_SEANCE')
                      AND (r.debut AT TIME ZONE 'Europe/Paris')::date >= $2::date) AS prevue
     FROM instance i WHERE i.cooperative_id = $1 AND ($3::uuid IS NULL OR i.id = $3)
     ORDER BY array_position(ARRAY['COPIL', 'COTECH', 'COMITE_EVALUATION', 'LANCEMENT', 'OPERATIONNELLE', 'BILAN_ANNUEL', 'ACCOMPAGNEMENT'],
                             i.genre), i.intitule`,
    [cooperativeId, aujourdhui, id],
  );
}

/** Seats of the instances of a CA, with the instance of each. */
export async function listMembres(
  ctx: ContextePersonne,
  cooperativeId: string,
  aujourdhui: string,
): Promise<(MembreLu & { instanceId: string })[]> {
  return ctx.query(
    `SELECT m.id, m.instance_id AS "instanceId", m.qualite, m.structure_id AS "structureId", s.nom AS structure,
            m.titulaire_nom AS "titulaireNom", m.titulaire_courriel AS "titulaireCourriel", m.suppleant_nom AS "suppleantNom",
            m.suppleant_courriel AS "suppleantCourriel", m.debut, m.fin, m.version,
            (m.debut <= $2::date AND (m.fin IS NULL OR m.fin >= $2::date)) AS "enMandat"
     FROM membre_instance m LEFT JOIN structure s ON s.id = m.structure_id WHERE m.cooperative_id = $1
     ORDER BY (m.fin IS NOT NULL AND m.fin < $2::date), m.qualite <> 'COORDINATION', m.qualite <> 'STRUCTURE', s.nom, m.titulaire_nom, m.id`,
    [cooperativeId, aujourdhui],
  );
}

/** Member structures of a CA today, with whom to seat for each: its principal contact, else its first account. */
export async function listStructuresMembres(
  ctx: ContextePersonne,
  cooperativeId: string,
  aujourdhui: string,
): Promise<{ id: string; nom: string; contact: string | null; courriel: string | null }[]> {
  return ctx.query(
    `SELECT s.id, s.nom, coalesce(c.prenom || ' ' || c.nom, u.prenom || ' ' || u.nom) AS contact,
            CASE WHEN c.id IS NOT NULL THEN c.courriel ELSE u.courriel END AS courriel
     FROM (SELECT DISTINCT structure_id FROM adhesion WHERE cooperative_id = $1 AND debut <= $2::date
             AND (fin IS NULL OR fin >= $2::date)) a
     JOIN structure s ON s.id = a.structure_id
     LEFT JOIN LATERAL (SELECT id, prenom, nom, courriel FROM contact WHERE structure_id = s.id
                        ORDER BY principal DESC, nom, id LIMIT 1) c ON true
     LEFT JOIN LATERAL (SELECT p.prenom, p.nom, p.courriel FROM attribution t JOIN utilisateur p ON p.id = t.utilisateur_id
                        WHERE t.structure_id = s.id AND t.role = 'PARTENAIRE' AND p.actif ORDER BY p.nom, p.id LIMIT 1) u ON true
     ORDER BY s.nom`,
    [cooperativeId, aujourdhui],
  );
}

/** Coordinators of a CA (R1). */
export async function listCoordinateurs(
  ctx: ContextePersonne,
  cooperativeId: string,
): Promise<{ id: string; nom: string; courriel: string | null }[]> {
  return ctx.query(
    `SELECT x.id, app.nom_utilisateur(x.id) AS nom, (SELECT u.courriel FROM utilisateur u WHERE u.id = x.id) AS courriel
     FROM cooperative c, unnest(ARRAY[c.coordinateur_dd_id, c.copilote_id]) AS x(id) WHERE c.id = $1 AND x.id IS NOT NULL`,
    [cooperativeId],
  );
}

/** Accounts behind some addresses: who has one is told of meetings and tasks on their home page too. */
export async function findComptes(ctx: ContextePersonne, courriels: string[]): Promise<Map<string, string>> {
  const rows = await ctx.query<{ courriel: string; id: string | null }>(
    'SELECT x AS courriel, app.utilisateur_par_courriel(x) AS id FROM unnest($1::text[]) AS x',
    [courriels],
  );
  return new Map(rows.flatMap(({ courriel, id }) => (id ? [[courriel, id]] : [])));
}

export async function hasReunion(ctx: ContextePersonne, instanceId: string): Promise<boolean> {
  return (await ctx.query('SELECT 1 FROM reunion WHERE instance_id = $1 LIMIT 1', [instanceId])).length > 0;
}

export type SiegePropose = { qualite: QualiteMembre; structureId: string | null; nom: string; courriel: string | null };
