import type { Contexte, ContextePersonne } from '@coopilote/db';
import type { Trimestre } from '@coopilote/domain/commun';
import type { Perimetre } from '@coopilote/domain/droits';
import type { PartageOffert, RythmeVue, SuiviVue, VueLue } from '@coopilote/domain/vues';
import { Conditions } from '../platform/conditions';

/** The person's own views, and those that are shared with them, by name. */
export async function listViews(ctx: ContextePersonne, p: Perimetre, retire: string[], id?: string): Promise<VueLue[]> {
  const c = new Conditions();
  const moi = c.param(ctx.identite.utilisateurId);
  const [regions, departements] = [c.param(p.regions), c.param(p.departements)];
  const siens = `SELECT code FROM departement WHERE region_code = ANY (${regions}::text[]) OR code = ANY (${departements}::text[])`;
  c.et(`(v.utilisateur_id = ${moi} OR (v.partage = 'DEPARTEMENT' AND v.departement_code IN (${siens}))
    OR (v.partage = 'REGION' AND v.region_code IN (SELECT region_code FROM departement WHERE code IN (${siens}))))`);
  c.si(id, (place) => `v.id = ${place}`);
  return ctx.query<VueLue>(
    `SELECT v.id, v.nom, v.requete, v.partage, v.region_code AS "regionCode", v.departement_code AS "departementCode",
       coalesce(d.nom, r.nom) AS territoire, app.nom_utilisateur(v.utilisateur_id) AS auteur, v.utilisateur_id = ${moi} AS sienne,
       (v.utilisateur_id = ${moi} OR coalesce(v.region_code = ANY (${c.param(retire)}::text[]), false)) AS retirable,
       coalesce(s.par_defaut, false) AS "parDefaut", s.rythme, v.version
     FROM vue v LEFT JOIN region r ON r.code = v.region_code LEFT JOIN departement d ON d.code = v.departement_code
     LEFT JOIN vue_suivi s ON s.vue_id = v.id AND s.utilisateur_id = ${moi}
     ${c.where} ORDER BY lower(v.nom), v.id`,
    c.params,
  );
}

/** The départements of a perimeter, and the régions that hold them. */
export function listPlaces(ctx: Contexte, { regions, departements }: Perimetre): Promise<PartageOffert[]> {
  return ctx.query(
    `WITH lus AS (SELECT code, nom, region_code FROM departement WHERE region_code = ANY ($1::text[]) OR code = ANY ($2::text[]))
     SELECT 'REGION' AS partage, r.code, r.nom FROM region r WHERE r.code IN (SELECT region_code FROM lus)
     UNION ALL SELECT 'DEPARTEMENT', code, nom FROM lus ORDER BY partage DESC, code`,
    [regions, departements],
  );
}

/** A person has one default view at most: the new one takes the place of the other. */
export async function dropDefault(ctx: Contexte, utilisateurId: string): Promise<void> {
  await ctx.query('UPDATE vue_suivi SET par_defaut = false WHERE utilisateur_id = $1 AND par_defaut', [utilisateurId]);
}

/** Says what a person does with a view; a rhythm that stays keeps its beginning. */
export async function writeFollow(
  ctx: Contexte,
  vueId: string,
  utilisateurId: string,
  { parDefaut, rythme = null }: SuiviVue,
  maintenant: Date,
): Promise<void> {
  await ctx.query(
    `INSERT INTO vue_suivi AS s (vue_id, utilisateur_id, par_defaut, rythme, depuis)
     VALUES ($1, $2, $3, $4, CASE WHEN $4::text IS NOT NULL THEN $5::timestamptz END)
     ON CONFLICT (vue_id, utilisateur_id) DO UPDATE SET par_defaut = excluded.par_defaut, rythme = excluded.rythme,
       depuis = CASE WHEN s.rythme = excluded.rythme THEN s.depuis ELSE excluded.depuis END`,
    [vueId, utilisateurId, parDefaut, rythme, maintenant],
  );
}

/** A view that somebody wants by mail. */
export interface Suivi {
  vueId: string;
  utilisateurId: string;
  rythme: RythmeVue;
  depuis: Date;
}

export async function listFollows(ctx: Contexte): Promise<Suivi[]> {
  return ctx.query<Suivi>(
    `SELECT s.vue_id AS "vueId", s.utilisateur_id AS "utilisateurId", s.rythme, s.depuis
     FROM vue_suivi s JOIN utilisateur u ON u.id = s.utilisateur_id AND u.actif WHERE s.rythme IS NOT NULL ORDER BY s.vue_id, s.utilisateur_id`,
  );
}

/** The keys, among those given, that their persons have been told already. */
export async function listSaid(ctx: Contexte, avis: { utilisateurId: string; cle: string }[]): Promise<Set<string>> {
  const dits = await ctx.query<{ utilisateurId: string; cle: string }>(
    `SELECT n.utilisateur_id AS "utilisateurId", n.cle FROM notification n
     JOIN jsonb_to_recordset($1::jsonb) AS a("utilisateurId" uuid, cle text) ON a."utilisateurId" = n.utilisateur_id AND a.cle = n.cle`,
    [JSON.stringify(avis)],
  );
  return new Set(dits.map(({ utilisateurId, cle }) => `${utilisateurId} ${cle}`));
}

/** When the last collection of a quarter was closed in a perimeter; null while one is open, or there is none. */
export async function readClosing(
  ctx: Contexte,
  perimetre: Perimetre,
  t: Trimestre,
  departement: string | undefined,
): Promise<Date | null> {
  const c = new Conditions();
  c.perimetre(perimetre, 'k')
    .et(`k.annee = ${c.param(t.annee)}`)
    .et(`k.trimestre = ${c.param(t.trimestre)}`)
    .si(departement, (place) => `k.departement_code = ${place}`);
  const [lu] = await ctx.query<{ closLe: Date | null }>(
    `SELECT CASE WHEN bool_and(k.etat = 'CLOSE') THEN max(k.change_le) END AS "closLe" FROM campagne k ${c.where}`,
    c.params,
  );
  return lu?.closLe ?? null;
}
