import type { ContextePersonne } from '@coopilote/db';
import type {
  ActionConvention,
  ContributionConvention,
  DepartConvention,
  PartieConvention,
} from '@coopilote/domain/conventions';

export interface ProgrammeEnBase {
  programme: string;
  region: string;
  departement: string;
  presentation: string | null;
  thematiques: string[];
  populations: string[];
  communes: string[];
  objectifGeneral: string | null;
}

/** What a CA says of itself, in words. */
export async function findProgramme(
  ctx: ContextePersonne,
  cooperativeId: string,
): Promise<ProgrammeEnBase | undefined> {
  const [programme] = await ctx.query<ProgrammeEnBase>(
    `SELECT c.intitule AS programme, r.nom AS region, d.nom AS departement, c.presentation,
            (SELECT coalesce(jsonb_agg(v.libelle ORDER BY v.libelle), '[]') FROM cooperative_thematique t
             JOIN liste_valeur v ON v.id = t.thematique_id WHERE t.cooperative_id = c.id) AS thematiques,
            (SELECT coalesce(jsonb_agg(v.libelle ORDER BY v.libelle), '[]') FROM cooperative_public p
             JOIN liste_valeur v ON v.id = p.public_id WHERE p.cooperative_id = c.id) AS populations,
            (SELECT coalesce(jsonb_agg(m.nom ORDER BY m.nom), '[]') FROM cooperative_commune k
             JOIN commune m ON m.code = k.commune_code WHERE k.cooperative_id = c.id) AS communes,
            (SELECT o.intitule FROM objectif o WHERE o.cooperative_id = c.id AND o.niveau = 'GENERAL' ORDER BY o.ordre LIMIT 1)
              AS "objectifGeneral"
     FROM cooperative c JOIN region r ON r.code = c.region_code JOIN departement d ON d.code = c.departement_code WHERE c.id = $1`,
    [cooperativeId],
  );
  return programme;
}

/** Objectives of article 1: the specific ones, or the operational ones of a programme that has no other. */
export async function listObjectifs(
  ctx: ContextePersonne,
  cooperativeId: string,
): Promise<{ id: string; intitule: string }[]> {
  return ctx.query(
    `SELECT id, intitule FROM (
       SELECT o.id, o.intitule, o.ordre, dense_rank() OVER (ORDER BY array_position(ARRAY['SPECIFIQUE', 'OPERATIONNEL'], o.niveau)) AS rang
       FROM objectif o WHERE o.cooperative_id = $1 AND o.niveau <> 'GENERAL') x
     WHERE rang = 1 ORDER BY ordre, intitule, id`,
    [cooperativeId],
  );
}

export type ActionEnBase = Omit<ActionConvention, 'calendrier' | 'moyensHumains'> & {
  calendrier: string | null;
  debut: string;
  fin: string;
  moyensHumains: string | null;
  moyensHumainsEtp: number | null;
};

/** Fiches-actions that the convention describes: those that were validated, in their order. */
export async function listActions(ctx: ContextePersonne, cooperativeId: string): Promise<ActionEnBase[]> {
  return ctx.query(
    `SELECT f.id, f.intitule, f.structure_id AS "structureId", s.nom AS promoteur, coalesce(f.contenu, '') AS contenu,
            f.calendrier, f.calendrier_debut AS debut, f.calendrier_fin AS fin,
            (SELECT coalesce(string_agg(v.libelle, ', ' ORDER BY v.ordre, v.libelle), '') FROM fiche_action_mode m
             JOIN liste_valeur v ON v.id = m.mode_id WHERE m.fiche_action_id = f.id) AS modes,
            concat_ws(', ', (SELECT string_agg(v.libelle, ', ' ORDER BY p.rang)
              FROM unnest(ARRAY[f.public1_id, f.public2_id, f.public3_id]) WITH ORDINALITY AS p(id, rang)
              JOIN liste_valeur v ON v.id = p.id), f.autre_public) AS publics,
            coalesce(f.lieux, t.nom, '') AS lieux, f.moyens_humains AS "moyensHumains", f.moyens_humains_etp AS "moyensHumainsEtp"
     FROM fiche_action f JOIN structure s ON s.id = f.structure_id LEFT JOIN commune t ON t.code = f.territoire_commune_code
     WHERE f.cooperative_id = $1 AND f.etat IN ('VALIDEE', 'EN_COURS', 'TERMINEE') ORDER BY f.numero`,
    [cooperativeId],
  );
}

/** Parties of a convention on a day, in the order of the document, with the account that signs for each. */
export async function listParties(
  ctx: ContextePersonne,
  conventionId: string,
  jour: string,
): Promise<(PartieConvention & { signataireId: string | null; signataire: string | null })[]> {
  return ctx.query(
    `SELECT id, genre, structure_id AS "structureId", nom, representant, qualite, signataire_id AS "signataireId",
            app.nom_utilisateur(signataire_id) AS signataire
     FROM partie WHERE convention_id = $1 AND (structure_id IS NULL OR app.est_partie(convention_id, cooperative_id, structure_id, $2))
     ORDER BY rang, nom, id`,
    [conventionId, jour],
  );
}

/** Logos that the parties of a text have: those of their structures, or those that it was frozen with. */
export async function listLogos(
  ctx: ContextePersonne,
  acteId: string,
  fige: boolean,
): Promise<{ partieId: string; empreinte: string }[]> {
  return ctx.query(
    fige
      ? 'SELECT partie_id AS "partieId", empreinte FROM acte_logo WHERE acte_id = $1'
      : `SELECT p.id AS "partieId", s.logo AS empreinte
         FROM acte a JOIN partie p ON p.convention_id = a.convention_id JOIN structure s ON s.id = p.structure_id
         WHERE a.id = $1 AND s.logo IS NOT NULL`,
    [acteId],
  );
}

/** Member structures on a day, with their principal contact: what a new convention proposes as parties. */
export async function listMembres(
  ctx: ContextePersonne,
  cooperativeId: string,
  jour: string,
): Promise<{ structureId: string; nom: string; representant: string | null; qualite: string | null }[]> {
  return ctx.query(
    `SELECT s.id AS "structureId", s.nom, c.prenom || ' ' || c.nom AS representant, c.fonction AS qualite
     FROM (SELECT DISTINCT structure_id FROM adhesion WHERE cooperative_id = $1 AND debut <= $2::date
             AND (fin IS NULL OR fin >= $2::date)) a
     JOIN structure s ON s.id = a.structure_id
     LEFT JOIN LATERAL (SELECT prenom, nom, fonction FROM contact WHERE structure_id = s.id ORDER BY principal DESC, nom, id LIMIT 1) c ON true
     ORDER BY s.nom`,
    [cooperativeId, jour],
  );
}

/**
 * What the ARS grants to each structure, by year from the first term of the convention on (article 3): sums that the database
 * gives to the members and to the ARS alone.
 */
export async function listContributions(
  ctx: ContextePersonne,
  cooperativeId: string,
  conventionId: string | null,
  aujourdhui: string,
  dureeMois: number,
): Promise<ContributionConvention[]> {
  return ctx.query(
    `WITH terme AS (
       SELECT extract(year FROM coalesce((SELECT effet FROM acte WHERE convention_id = $2 AND genre = 'INITIALE' AND etat = 'SIGNE'),
                                         $3::date))::integer AS debut,
              extract(year FROM $3::date + make_interval(months => $4))::integer AS fin)
     SELECT f.structure_id AS "structureId", s.nom AS structure, a.annee, f.subventions_ars AS centimes
     FROM terme t CROSS JOIN LATERAL generate_series(t.debut, t.fin) AS a(annee)
     CROSS JOIN LATERAL app.financement_par_structure($1, a.annee) f JOIN structure s ON s.id = f.structure_id
     WHERE f.subventions_ars > 0 ORDER BY s.nom, s.id, a.annee`,
    [cooperativeId, conventionId, aujourdhui, dureeMois],
  );
}

/** Departures that the consultation of the members has decided, in their order. */
export async function listDepartsDecides(ctx: ContextePersonne, conventionId: string): Promise<DepartConvention[]> {
  return ctx.query(
    `SELECT d.id, d.structure_id AS "structureId", s.nom AS structure, d.demande_le AS "demandeLe", d.consulte_le AS "consulteLe", d.effet
     FROM depart d JOIN structure s ON s.id = d.structure_id WHERE d.convention_id = $1 AND d.effet IS NOT NULL
     ORDER BY d.effet, s.nom, d.id`,
    [conventionId],
  );
}
