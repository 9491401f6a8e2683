import type { ContextePersonne } from '@coopilote/db';
import { ETATS_SAISIE } from '@coopilote/domain/bilans';
import { normaliserRecherche } from '@coopilote/domain/commun';
import type { CooperativeLigne, CooperativeLue, CooperativesDemandees } from '@coopilote/domain/cooperatives';
import type { Perimetre } from '@coopilote/domain/droits';
import { Conditions, ordre, tranche } from '../platform/conditions';

const TRIS = {
  intitule: 'c.intitule',
  departement: 'c.departement_code',
  phase: `array_position(ARRAY['PREFIGURATION', 'DIAGNOSTIC', 'PLAN_ACTIONS', 'MISE_EN_OEUVRE', 'SUIVI_EVALUATION', 'EVALUATION', 'CLOSE'], c.phase)`,
  bilansEnRetard: 'c.en_retard',
};

/** Names of a CA's links, in one text array. */
const noms = (table: string, cle: string, valeur: string, colonne: string, tri: string): string =>
  `(SELECT coalesce(array_agg(v.${colonne} ORDER BY ${tri}), '{}') FROM ${table} t JOIN ${valeur} v ON v.${cle} WHERE t.cooperative_id = c.id)`;

/**
 * A page of CAs with its total, in one statement. Late reports are counted for every CA only when they filter or sort;
 * else for those of the page. Rows past the end leave one row without id, which carries the total.
 */
export async function listCooperatives(
  ctx: ContextePersonne,
  demande: CooperativesDemandees,
  perimetre: Perimetre,
  aujourdhui: string,
): Promise<{ lignes: CooperativeLigne[]; total: number }> {
  const c = new Conditions();
  const enRetard = `(SELECT count(*) FROM bilan_trimestriel b WHERE b.cooperative_id = c.id
    AND b.etat = ANY (${c.param(ETATS_SAISIE)}::text[]) AND b.echeance < ${c.param(aujourdhui)}::date)`;
  const jour = c.param(aujourdhui);
  c.perimetre(perimetre, 'c', 'id')
    .si(demande.departement, (p) => `c.departement_code = ${p}`)
    .si(demande.phase, (p) => `c.phase = ${p}`)
    .si(
      demande.thematique,
      (p) =>
        `EXISTS (SELECT 1 FROM cooperative_thematique t WHERE t.cooperative_id = c.id AND t.thematique_id = ${p}::uuid)`,
    )
    .si(
      demande.q ? `%${normaliserRecherche(demande.q)}%` : null,
      (p) => `(c.intitule_recherche LIKE ${p} OR lower(c.sigle) LIKE ${p})`,
    );
  if (demande.alerte) c.et(`${enRetard} > 0`);
  const retardAvant = demande.alerte || demande.tri?.endsWith('bilansEnRetard');
  const tri = ordre(demande.tri, TRIS, 'c.intitule ASC', 'c.intitule, c.id');
  const rows = await ctx.query<Omit<CooperativeLigne, 'id'> & { total: number; id: string | null }>(
    `WITH cible AS MATERIALIZED (
       SELECT c.id, c.intitule, c.sigle, c.departement_code, c.phase, c.demonstration,
              ${retardAvant ? enRetard : 'NULL::bigint'} AS en_retard
       FROM cooperative c ${c.where}
     ), page AS (SELECT * FROM cible c ${tri} ${tranche(demande).limite})
     SELECT (SELECT count(*) FROM cible) AS total, c.id, c.intitule, c.sigle, c.departement_code AS "departementCode",
            d.nom AS departement, c.phase, c.demonstration,
            ${noms('cooperative_thematique', 'id = t.thematique_id', 'liste_valeur', 'libelle', 'v.ordre, v.libelle')} AS thematiques,
            ${noms('cooperative_commune', 'code = t.commune_code', 'commune', 'nom', 'v.nom')} AS communes,
            (SELECT count(*) FROM adhesion a WHERE a.cooperative_id = c.id AND a.debut <= ${jour}::date
               AND (a.fin IS NULL OR a.fin >= ${jour}::date)) AS structures,
            (SELECT count(*) FROM fiche_action f WHERE f.cooperative_id = c.id AND f.etat <> 'ABANDONNEE') AS actions,
            coalesce(c.en_retard, ${enRetard}) AS "bilansEnRetard"
     FROM (VALUES (1)) AS toujours LEFT JOIN page c ON true LEFT JOIN departement d ON d.code = c.departement_code
     ${tri}`,
    c.params,
  );
  const lignes = rows.flatMap(({ total: _, id, ...ligne }) => (id === null ? [] : [{ id, ...ligne }]));
  return { lignes, total: rows[0]?.total ?? 0 };
}

type CooperativeEnBase = Omit<
  CooperativeLue,
  'phasesSuivantes' | 'avertissements' | 'operations' | 'coordinateurs' | 'principes'
> & {
  principes: CooperativeLue['principes'];
  coordinateurDdId: string;
  coordinateurDd: string;
  copiloteId: string | null;
  copilote: string | null;
};

/** A CA with the names of everything it points to; nothing when the reader does not see it. */
export async function findCooperative(
  ctx: ContextePersonne,
  id: string,
  aujourdhui: string,
): Promise<CooperativeEnBase | undefined> {
  const valeurs = (table: string, cle: string) =>
    `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'libelle', v.libelle) ORDER BY v.ordre, v.libelle), '[]')
      FROM ${table} t JOIN liste_valeur v ON v.id = t.${cle} WHERE t.cooperative_id = c.id)`;
  const [ca] = await ctx.query<CooperativeEnBase>(
    `SELECT c.id, c.region_code AS "regionCode", c.departement_code AS "departementCode", d.nom AS departement, c.intitule,
            c.sigle, c.presentation, c.phase, c.debut, c.fin, c.qpv, c.principes, c.demonstration, c.version,
            c.e_parcours_referent AS "eParcoursReferent",
            ${valeurs('cooperative_thematique', 'thematique_id')} AS thematiques,
            ${valeurs('cooperative_public', 'public_id')} AS publics,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('code', v.code, 'nom', v.nom) ORDER BY v.nom, v.code), '[]')
             FROM cooperative_commune t JOIN commune v ON v.code = t.commune_code WHERE t.cooperative_id = c.id) AS communes,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('dispositifId', v.id, 'libelle', v.libelle, 'articulation', t.articulation)
                                       ORDER BY v.ordre, v.libelle), '[]')
             FROM cooperative_dispositif t JOIN liste_valeur v ON v.id = t.dispositif_id WHERE t.cooperative_id = c.id) AS dispositifs,
            (SELECT count(*) FROM adhesion a WHERE a.cooperative_id = c.id AND a.debut <= $2::date
               AND (a.fin IS NULL OR a.fin >= $2::date)) AS structures,
            c.coordinateur_dd_id AS "coordinateurDdId", app.nom_utilisateur(c.coordinateur_dd_id) AS "coordinateurDd",
            c.copilote_id AS "copiloteId", app.nom_utilisateur(c.copilote_id) AS copilote
     FROM cooperative c JOIN departement d ON d.code = c.departement_code WHERE c.id = $1`,
    [id, aujourdhui],
  );
  return ca;
}

/** Values that a CA uses already, by list. */
export async function findLiens(
  ctx: ContextePersonne,
  id: string,
): Promise<{
  thematiques: string[];
  publics: string[];
  communes: string[];
  dispositifs: Record<string, string | null>;
}> {
  const [liens] = await ctx.query<{
    thematiques: string[];
    publics: string[];
    communes: string[];
    dispositifs: Record<string, string | null>;
  }>(
    `SELECT ARRAY(SELECT thematique_id::text FROM cooperative_thematique WHERE cooperative_id = $1) AS thematiques,
            ARRAY(SELECT public_id::text FROM cooperative_public WHERE cooperative_id = $1) AS publics,
            ARRAY(SELECT commune_code FROM cooperative_commune WHERE cooperative_id = $1) AS communes,
            (SELECT coalesce(jsonb_object_agg(dispositif_id, articulation), '{}') FROM cooperative_dispositif
             WHERE cooperative_id = $1) AS dispositifs`,
    [id],
  );
  return liens ?? { thematiques: [], publics: [], communes: [], dispositifs: {} };
}
