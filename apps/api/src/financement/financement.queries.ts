import type { ContextePersonne } from '@coopilote/db';
import { perimetreDe } from '@coopilote/domain/droits';
import {
  acquisDe,
  solder,
  type AxeFinancement,
  type EngagementLigne,
  type EngagementsDemandes,
  type Mouvement,
  type Solde,
  type TotalFinancement,
} from '@coopilote/domain/financement';
import { Conditions, ordre, tranche } from '../platform/conditions';

/** What of money is behind a filter, held to what the reader may see: the service's lock, beside the policies. */
export function selectEngagements(ctx: ContextePersonne, filtres: Partial<EngagementsDemandes>): Conditions {
  const c = conditionsDeLecture(ctx, 'e');
  c.si(filtres.annee, (p) => `e.annee = ${p}`);
  c.si(filtres.departement, (p) => `e.departement_code = ${p}`);
  c.si(filtres.cooperative, (p) => `e.cooperative_id = ${p}`);
  c.si(filtres.structure, (p) => `e.structure_id = ${p}`);
  c.si(filtres.nature, (p) => `e.nature = ${p}`);
  return c;
}

/** Rows of `alias` that `engagement.lire` opens: a département, a region, or one's own structure. */
export function conditionsDeLecture(ctx: ContextePersonne, alias: string): Conditions {
  const c = new Conditions();
  const perimetre = perimetreDe(ctx.identite, 'engagement.lire');
  return c.et(
    `(${c.dans(perimetre, alias)} OR ${alias}.structure_id = ANY (${c.param(perimetre.structures)}::uuid[]))`,
  );
}

const ACTE = `CASE WHEN a.id IS NULL THEN NULL ELSE coalesce(a.reference, CASE a.forme WHEN 'DECISION' THEN 'décision' ELSE 'convention' END) END`;
const TRIS: Record<string, string> = {
  cooperative: 'c.intitule',
  structure: 's.nom',
  action: 'f.intitule',
  annee: 'e.annee',
  nature: 'e.nature',
  financeur: 'e.financeur',
  montant: 'e.montant',
  departementCode: 'e.departement_code',
};

/** Lines of a selection; `filtres.taille` of them, or all when it is null. */
export async function listEngagements(
  ctx: ContextePersonne,
  c: Conditions,
  filtres: Pick<EngagementsDemandes, 'page' | 'taille' | 'tri'> | null,
): Promise<EngagementLigne[]> {
  const tri = ordre(filtres?.tri, TRIS, 'c.intitule, e.annee DESC, s.nom, f.intitule NULLS FIRST', 'e.id');
  const lignes = await ctx.query<Omit<EngagementLigne, keyof Solde> & { mouvements: Mouvement[] }>(
    `SELECT e.id, e.cooperative_id AS "cooperativeId", c.intitule AS cooperative, e.departement_code AS "departementCode",
            e.structure_id AS "structureId", coalesce(s.nom, '') AS structure, e.fiche_action_id AS "ficheActionId",
            f.intitule AS action, e.annee, e.nature, e.financeur, e.montant, e.objet, e.depense,
            e.suite_non_depense AS "suiteNonDepense", e.acte_id AS "acteId", ${ACTE} AS acte,
            e.reporte_de AS "reporteDe", e.version,
            coalesce((SELECT jsonb_agg(jsonb_build_object('genre', v.genre, 'montant', v.montant, 'verseLe', v.verse_le))
                      FROM versement v WHERE v.engagement_id = e.id), '[]') AS mouvements
     FROM engagement e JOIN cooperative c ON c.id = e.cooperative_id
     LEFT JOIN structure s ON s.id = e.structure_id
     LEFT JOIN fiche_action f ON f.id = e.fiche_action_id
     LEFT JOIN acte_financement a ON a.id = e.acte_id
     ${c.where} ${tri} ${filtres ? tranche(filtres).limite : ''}`,
    c.params,
  );
  return lignes.map(({ mouvements, ...ligne }) => ({
    ...ligne,
    ...solder(ligne.montant, ligne.depense, mouvements, acquisDe(ligne)),
  }));
}

export async function countEngagements(ctx: ContextePersonne, c: Conditions): Promise<number> {
  const [ligne] = await ctx.query<{ total: number }>(`SELECT count(*) AS total FROM engagement e ${c.where}`, c.params);
  return ligne?.total ?? 0;
}

/** Of each axis: the key of a line, and how a key is called. */
const AXES_SQL: Record<AxeFinancement, { cle: string; libelle: string }> = {
  cooperative: { cle: 'cooperative_id::text', libelle: '(SELECT intitule FROM cooperative WHERE id = t.cle::uuid)' },
  structure: { cle: 'structure_id::text', libelle: '(SELECT nom FROM structure WHERE id = t.cle::uuid)' },
  nature: { cle: 'nature', libelle: 't.cle' },
  departement: { cle: 'departement_code', libelle: '(SELECT nom FROM departement WHERE code = t.cle)' },
  annee: { cle: 'annee::text', libelle: 't.cle' },
};

/** The grand total (first, without key), then a line a value of the axis. */
export async function sumEngagements(
  ctx: ContextePersonne,
  c: Conditions,
  axe: AxeFinancement,
  naturesArs: readonly string[],
): Promise<TotalFinancement[]> {
  const { cle, libelle } = AXES_SQL[axe];
  const ars = c.param(naturesArs);
  const sommes = `count(*) AS engagements, coalesce(sum(montant), 0)::bigint AS montant,
    coalesce(sum(montant) FILTER (WHERE nature = ANY (${ars}::text[]) AND reporte_de IS NULL), 0)::bigint AS "subventionsArs",
    coalesce(sum(verse), 0)::bigint AS verse, coalesce(sum(reverse), 0)::bigint AS reverse,
    coalesce(sum(montant) FILTER (WHERE reporte_de IS NULL), 0)::bigint - coalesce(sum(verse), 0)::bigint AS solde`;
  return ctx.query<TotalFinancement>(
    `WITH lignes AS MATERIALIZED (
       SELECT e.cooperative_id, e.structure_id, e.nature, e.departement_code, e.annee, e.montant, e.reporte_de, v.verse, v.reverse
       FROM engagement e CROSS JOIN LATERAL (
         SELECT coalesce(sum(montant) FILTER (WHERE genre = 'VERSEMENT'), 0) AS verse,
                coalesce(sum(montant) FILTER (WHERE genre = 'REVERSEMENT'), 0) AS reverse
         FROM versement WHERE engagement_id = e.id AND verse_le IS NOT NULL) v
       ${c.where}),
     totaux AS (
       SELECT NULL AS cle, ${sommes} FROM lignes
       UNION ALL SELECT ${cle}, ${sommes} FROM lignes GROUP BY 1)
     SELECT t.*, CASE WHEN t.cle IS NULL THEN 'Ensemble' ELSE coalesce(${libelle}, '') END AS libelle
     FROM totaux t ORDER BY t.cle IS NOT NULL, ${axe === 'annee' ? 't.cle DESC' : 'libelle, t.cle'}`,
    c.params,
  );
}

/** The total of a CA for a year, which anybody who reads the CA may know. */
export async function sumCooperative(
  ctx: ContextePersonne,
  cooperativeId: string,
  annee: number,
): Promise<{ engage: number; verse: number }> {
  const [total] = await ctx.query<{ engage: number; verse: number }>('SELECT * FROM app.total_financement($1, $2)', [
    cooperativeId,
    annee,
  ]);
  return total ?? { engage: 0, verse: 0 };
}

/** Years that have a budget or an engagement, the last first. */
export async function listYears(ctx: ContextePersonne, cooperativeId: string): Promise<number[]> {
  const lignes = await ctx.query<{ annee: number }>(
    'SELECT annee FROM app.annees_financement($1) AS t(annee) ORDER BY annee DESC',
    [cooperativeId],
  );
  return lignes.map(({ annee }) => annee);
}

export interface TotalStructure {
  structureId: string;
  structure: string;
  montant: number;
  verse: number;
  subventionsArs: number;
}

/** Totals by structure of a CA for a year; empty for whom they are not for. */
export async function sumByStructure(
  ctx: ContextePersonne,
  cooperativeId: string,
  annee: number,
): Promise<TotalStructure[]> {
  return ctx.query(
    `SELECT t.structure_id AS "structureId", coalesce(s.nom, '') AS structure, t.montant, t.verse, t.subventions_ars AS "subventionsArs"
     FROM app.financement_par_structure($1, $2) t LEFT JOIN structure s ON s.id = t.structure_id ORDER BY s.nom, t.structure_id`,
    [cooperativeId, annee],
  );
}

/** All that the ARS of a region grants to structures in a year (R4), where the reader may know it. */
export async function sumSubventionsArs(
  ctx: ContextePersonne,
  structures: readonly string[],
  annee: number,
  regionCode: string,
): Promise<Map<string, number>> {
  const lignes = await ctx.query<{ id: string; montant: number }>(
    'SELECT structure_id AS id, montant FROM app.subventions_ars($1::uuid[], $2, $3)',
    [structures, annee, regionCode],
  );
  return new Map(lignes.map(({ id, montant }) => [id, montant]));
}

/** Structures among those given that are not members of the CA on any day of the year. */
export async function listNonMembers(
  ctx: ContextePersonne,
  cooperativeId: string,
  structures: readonly string[],
  annee: number,
): Promise<string[]> {
  const lignes = await ctx.query<{ id: string }>(
    `SELECT s.id FROM unnest($2::uuid[]) s(id) WHERE NOT EXISTS (
       SELECT 1 FROM adhesion a WHERE a.cooperative_id = $1 AND a.structure_id = s.id
         AND daterange(a.debut, a.fin, '[]') && daterange(make_date($3::int, 1, 1), make_date($3::int, 12, 31), '[]'))`,
    [cooperativeId, structures, annee],
  );
  return lignes.map(({ id }) => id);
}

/** Holds an engagement until the end of the transaction: two payments at once are added one after the other. */
export async function lockEngagement(ctx: ContextePersonne, id: string): Promise<void> {
  await ctx.query('SELECT 1 FROM engagement WHERE id = $1 FOR UPDATE', [id]);
}
