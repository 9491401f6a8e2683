import type { Contexte } from '@coopilote/db';
import { normaliserRecherche } from '@coopilote/domain/commun';
import type { CompteLu, CompteStructureLu, ComptesDemandes, Role } from '@coopilote/domain/comptes';
import type { Perimetre } from '@coopilote/domain/droits';
import { Conditions, ordre, tranche } from '../platform/conditions';
import { instant, motifs, plie } from '../platform/sql';

const ETAT = `CASE WHEN NOT u.actif THEN 'DESACTIVE' WHEN u.mot_de_passe_hash IS NULL THEN 'INVITE'
  WHEN u.verrouille_jusqu > now() THEN 'VERROUILLE' ELSE 'ACTIF' END`;
const PERSONNE = `u.id, u.courriel, u.prenom, u.nom, ${ETAT} AS etat, ${instant('u.derniere_connexion')} AS "derniereConnexion"`;

/** Scope of an attribution `a`, named; where its CA or structure is not readable, the département. */
const PORTEE = 'coalesce(s.nom, c.intitule, d.nom, r.nom)';
const LIEUX = `JOIN region r ON r.code = a.region_code LEFT JOIN departement d ON d.code = a.departement_code
  LEFT JOIN cooperative c ON c.id = a.cooperative_id LEFT JOIN structure s ON s.id = a.structure_id`;

const ADHERE = `d.debut <= app.aujourdhui() AND (d.fin IS NULL OR d.fin >= app.aujourdhui())`;
/** Roles of a person that the reader may see, those that are over too. */
const ATTRIBUTIONS = `(SELECT coalesce(json_agg(json_build_object(
    'id', a.id, 'role', a.role, 'regionCode', a.region_code, 'departementCode', a.departement_code,
    'cooperativeId', a.cooperative_id, 'structureId', a.structure_id, 'fin', a.fin, 'portee', ${PORTEE},
    'cooperatives', CASE WHEN a.cooperative_id IS NOT NULL THEN json_build_array(a.cooperative_id)
      ELSE (SELECT coalesce(json_agg(DISTINCT d.cooperative_id), '[]') FROM adhesion d
            WHERE d.structure_id = a.structure_id AND ${ADHERE}) END)
    ORDER BY a.role, ${PORTEE}), '[]')
  FROM attribution a ${LIEUX} WHERE a.utilisateur_id = u.id)`;
const COMPTE = `${PERSONNE}, u.version, ${ATTRIBUTIONS} AS attributions`;

const TRIS = {
  nom: 'u.nom',
  prenom: 'u.prenom',
  courriel: 'u.courriel',
  etat: ETAT,
  derniereConnexion: 'u.derniere_connexion',
};

/** Persons who hold a role inside a perimeter, or for a structure that is a member of one of its CAs. */
export async function listComptes(
  ctx: Contexte,
  demande: ComptesDemandes,
  perimetre: Perimetre,
): Promise<{ lignes: CompteLu[]; total: number }> {
  const c = new Conditions();
  const [regions, departements] = [c.param(perimetre.regions), c.param(perimetre.departements)];
  const role = demande.role ? `a.role = ${c.param(demande.role)} AND` : '';
  c.et(
    `EXISTS (SELECT 1 FROM attribution a WHERE a.utilisateur_id = u.id AND ${role} (
       a.region_code = ANY (${regions}::text[]) OR a.departement_code = ANY (${departements}::text[])
       OR EXISTS (SELECT 1 FROM adhesion d WHERE d.structure_id = a.structure_id
                  AND d.departement_code = ANY (${departements}::text[]))))`,
  ).si(
    demande.q && motifs(normaliserRecherche(demande.q)),
    (place) => `${plie("concat_ws(' ', u.prenom, u.nom, u.courriel)")} LIKE ALL (${place}::text[])`,
  );
  const [compte] = await ctx.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM utilisateur u ${c.where}`,
    c.params,
  );
  const lignes = await ctx.query<CompteLu>(
    `SELECT ${COMPTE} FROM utilisateur u ${c.where}
     ${ordre(demande.tri, TRIS, 'u.nom, u.prenom', 'u.id')} ${tranche(demande).limite}`,
    c.params,
  );
  return { lignes, total: compte?.total ?? 0 };
}

export async function findCompte(ctx: Contexte, id: string): Promise<CompteLu | null> {
  const [compte] = await ctx.query<CompteLu>(`SELECT ${COMPTE} FROM utilisateur u WHERE u.id = $1`, [id]);
  return compte ?? null;
}

/** Persons who sign in for a structure today. */
export async function listComptesStructure(ctx: Contexte, structureId: string): Promise<CompteStructureLu[]> {
  return ctx.query(
    `SELECT ${PERSONNE} FROM utilisateur u
     WHERE EXISTS (SELECT 1 FROM attribution a WHERE a.utilisateur_id = u.id AND a.structure_id = $1
                   AND (a.fin IS NULL OR a.fin >= app.aujourdhui()))
     ORDER BY u.nom, u.prenom, u.id`,
    [structureId],
  );
}

/** Demonstration accounts in use, one line a role. */
export async function listDemonstration(
  ctx: Contexte,
): Promise<{ courriel: string; nom: string; role: Role; portee: string }[]> {
  return ctx.query(
    `SELECT u.courriel, u.prenom || ' ' || u.nom AS nom, a.role, ${PORTEE} AS portee
     FROM utilisateur u JOIN attribution a ON a.utilisateur_id = u.id ${LIEUX}
     WHERE u.demonstration AND u.actif AND u.mot_de_passe_hash IS NOT NULL
     ORDER BY a.departement_code NULLS FIRST, ${PORTEE}, u.courriel`,
  );
}

/** Identifier of the account of an address, whoever may read it; null when there is none. */
export async function findIdByCourriel(ctx: Contexte, courriel: string): Promise<string | null> {
  const [ligne] = await ctx.query<{ id: string | null }>('SELECT app.utilisateur_par_courriel($1) AS id', [courriel]);
  return ligne?.id ?? null;
}

/** Regions in which a person holds a role, readable or not. */
export async function regionsOf(ctx: Contexte, utilisateurId: string): Promise<string[]> {
  const [ligne] = await ctx.query<{ regions: string[] }>('SELECT app.regions_de($1) AS regions', [utilisateurId]);
  return ligne?.regions ?? [];
}

/** Ends every session and every pending link of a person. */
export async function closeAccess(ctx: Contexte, utilisateurId: string): Promise<void> {
  await ctx.query('SELECT app.fermer_acces($1)', [utilisateurId]);
}

/** Open CAs that a person coordinates in a département (R1), by title. */
export async function coordinatedIn(ctx: Contexte, utilisateurId: string, departementCode: string): Promise<string[]> {
  const lignes = await ctx.query<{ intitule: string }>(
    `SELECT intitule FROM cooperative WHERE coordinateur_dd_id = $1 AND departement_code = $2 AND phase <> 'CLOSE'
     ORDER BY intitule`,
    [utilisateurId, departementCode],
  );
  return lignes.map((l) => l.intitule);
}

/** Where a role is given. */
export interface Lieu {
  regionCode: string;
  departementCode: string | null;
  cooperativeId: string | null;
  structureId: string | null;
  /** Name of the scope, in French. */
  portee: string;
  /** For a structure: départements of the CAs of which it is a member and that the reader may see. */
  departementsMembres: string[];
}

const LIEU_NUL = `NULL::uuid AS "cooperativeId", NULL::uuid AS "structureId", '{}'::text[] AS "departementsMembres"`;
const LIEU: Record<'region' | 'departement' | 'cooperative' | 'structure', string> = {
  region: `SELECT code AS "regionCode", NULL AS "departementCode", nom AS portee, ${LIEU_NUL} FROM region WHERE code = $1`,
  departement: `SELECT region_code AS "regionCode", code AS "departementCode", nom AS portee, ${LIEU_NUL}
    FROM departement WHERE code = $1`,
  cooperative: `SELECT region_code AS "regionCode", departement_code AS "departementCode", intitule AS portee,
    id AS "cooperativeId", NULL::uuid AS "structureId", '{}'::text[] AS "departementsMembres"
    FROM cooperative WHERE id = $1`,
  structure: `SELECT region_code AS "regionCode", departement_code AS "departementCode", nom AS portee,
    NULL::uuid AS "cooperativeId", id AS "structureId",
    ARRAY(SELECT DISTINCT d.departement_code FROM adhesion d WHERE d.structure_id = structure.id
          AND (d.fin IS NULL OR d.fin >= app.aujourdhui())) AS "departementsMembres"
    FROM structure WHERE id = $1`,
};

/** The scope named by a code or an identifier; null when there is none for this reader. */
export async function findLieu(ctx: Contexte, genre: keyof typeof LIEU, cle: string): Promise<Lieu | null> {
  const [lieu] = await ctx.query<Lieu>(LIEU[genre], [cle]);
  return lieu ?? null;
}
