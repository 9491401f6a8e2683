import type { Contexte, ContextePersonne } from '@coopilote/db';
import type { Trimestre } from '@coopilote/domain/commun';
import { perimetreDe, type Perimetre } from '@coopilote/domain/droits';
import type {
  ComptesFiges,
  Composantes,
  EtatFigeLu,
  EtatsFigesDemandes,
  TerritoireFigeable,
} from '@coopilote/domain/etats-figes';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';
import { Conditions, ordre, tranche } from '../platform/conditions';
import { instant } from '../platform/sql';

const TRIS = { figeLe: 'e.fige_le', nom: 'e.nom', trimestre: '(e.annee * 4 + e.trimestre)', territoire: 'territoire' };

/** Keeps a quarter as it stands. @returns the number of reports that it holds */
export async function freeze(
  ctx: Contexte,
  id: string,
  lieu: { region: string; departement: string | null },
  { annee, trimestre }: Trimestre,
  nom: string,
): Promise<number> {
  const [fige] = await ctx.query<{ bilans: number }>('SELECT app.figer_trimestre($1, $2, $3, $4, $5, $6) AS bilans', [
    id,
    lieu.region,
    lieu.departement,
    annee,
    trimestre,
    nom,
  ]);
  return fige?.bilans ?? 0;
}

/** The régions and départements that a person may freeze. */
export function listTerritories(ctx: ContextePersonne): Promise<TerritoireFigeable[]> {
  const { regions, departements } = perimetreDe(ctx.identite, 'etatFige.figer');
  return ctx.query(
    `SELECT code AS "regionCode", NULL AS "departementCode", nom FROM region WHERE code = ANY ($1::text[])
     UNION ALL
     SELECT region_code, code, nom FROM departement WHERE region_code = ANY ($1::text[]) OR code = ANY ($2::text[])
     ORDER BY "departementCode" NULLS FIRST, "regionCode"`,
    [regions, departements],
  );
}

/** SQL: a frozen state is of one of the reader's départements, or of a région that holds one of them. */
function lisible(c: Conditions, p: Perimetre): string {
  return `(${c.dans(p, 'e')} OR (e.departement_code IS NULL AND e.region_code IN (
    SELECT d.region_code FROM departement d WHERE d.region_code = ANY (${c.param(p.regions)}::text[]) OR d.code = ANY (${c.param(p.departements)}::text[]))))`;
}

export async function listFrozen(
  ctx: ContextePersonne,
  demande: EtatsFigesDemandes,
  { trimestre, id }: { trimestre?: Trimestre | null; id?: string } = {},
): Promise<{ lignes: EtatFigeLu[]; total: number }> {
  const perimetre = perimetreDe(ctx.identite, 'consolidation.lire');
  const c = new Conditions();
  const regions = `e.region_code = ANY (${c.param(perimetre.regions)}::text[])`;
  const siens = c.dans(perimetre, 'n');
  c.et(lisible(c, perimetre))
    .si(id, (p) => `e.id = ${p}`)
    .si(trimestre?.annee, (p) => `e.annee = ${p}`)
    .si(trimestre?.trimestre, (p) => `e.trimestre = ${p}`)
    .si(
      demande.departement,
      (p) =>
        `(e.departement_code = ${p} OR (e.departement_code IS NULL AND e.region_code = (SELECT region_code FROM departement WHERE code = ${p})))`,
    );
  const tri = ordre(demande.tri, TRIS, 'e.fige_le DESC', 'e.id');
  const lus = await ctx.query<EtatFigeLu & { total: number }>(
    `SELECT count(*) OVER ()::int AS total, e.id, e.nom, e.annee, e.trimestre, e.region_code AS "regionCode",
       e.departement_code AS "departementCode", coalesce(d.nom, r.nom) AS territoire,
       (${regions} OR e.departement_code IS NOT NULL) AS entier, e.empreinte, ${instant('e.fige_le')} AS "figeLe",
       app.nom_utilisateur(e.fige_par) AS "figePar", n.*
     FROM etat_fige e JOIN region r ON r.code = e.region_code LEFT JOIN departement d ON d.code = e.departement_code
     CROSS JOIN LATERAL (SELECT coalesce(sum(n.attendus), 0)::int AS attendus, coalesce(sum(n.recus), 0)::int AS recus,
       coalesce(sum(n.valides), 0)::int AS valides, coalesce(sum(n.beneficiaires), 0)::float8 AS beneficiaires,
       coalesce(sum(n.cibles), 0)::float8 AS cibles
       FROM etat_fige_departement n WHERE n.etat_fige_id = e.id AND ${siens}) n
     ${c.where} ${tri} ${tranche(demande).limite}`,
    c.params,
  );
  return { total: lus[0]?.total ?? 0, lignes: lus.map(({ total: _, ...lu }) => lu as EtatFigeLu) };
}

/** The print of what is kept now. */
export async function recompute(ctx: Contexte, id: string): Promise<string> {
  const [lu] = await ctx.query<{ empreinte: string }>('SELECT app.empreinte_etat_fige($1) AS empreinte', [id]);
  return lu?.empreinte ?? '';
}

/** The common indicators of a département at one of the two moments, by what any mode needs. */
export interface CumulCommun extends Composantes {
  moment: 'avant' | 'apres';
  departementCode: string;
  departement: string;
  indicateurCommunId: string;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
}
export interface ComptesDepartement extends ComptesFiges {
  moment: 'avant' | 'apres';
  departementCode: string;
  departement: string;
}
/** Where and when a frozen state lies. */
export type Situation = Pick<EtatFigeLu, 'id' | 'regionCode' | 'departementCode' | 'annee' | 'trimestre'>;

/** Conditions on what a state was taken of, as it is now, under `alias`. */
export function maintenant(c: Conditions, s: Situation, alias: string): string {
  return `${alias}.annee = ${c.param(s.annee)} AND ${alias}.trimestre = ${c.param(s.trimestre)} AND ${alias}.departement_code = ANY (ARRAY(
    SELECT code FROM departement WHERE region_code = ${c.param(s.regionCode)} AND (${c.param(s.departementCode)}::text IS NULL OR code = $${c.params.length})))`;
}

/** Value of the reports that counted, by the mode of their common indicator. */
const COMPTE = `b.etat IN ('TRANSMIS', 'VALIDE') AND CASE WHEN v.mode_agregation = 'RATIO'
  THEN v.numerateur IS NOT NULL AND v.denominateur IS NOT NULL ELSE v.valeur IS NOT NULL END`;
const SIMPLE = `${COMPTE} AND v.mode_agregation <> 'RATIO'`;
const RATIO = `${COMPTE} AND v.mode_agregation = 'RATIO'`;
const SANS_INDICATEUR = `'00000000-0000-0000-0000-000000000000'`;

/** Totals before, from the frozen values, and now, from the totals kept up to date. */
export async function listTotals(ctx: ContextePersonne, s: Situation): Promise<CumulCommun[]> {
  const c = new Conditions();
  const perimetre = perimetreDe(ctx.identite, 'consolidation.lire');
  const etat = c.param(s.id);
  const [avant, apres] = [c.dans(perimetre, 'v'), c.dans(perimetre, 't')];
  return ctx.query<CumulCommun>(
    `SELECT t.*, d.nom AS departement, m.libelle FROM (
       SELECT 'avant' AS moment, v.departement_code AS "departementCode", v.indicateur_commun_id AS "indicateurCommunId", v.unite,
         v.mode_agregation AS "modeAgregation", count(*) FILTER (WHERE ${COMPTE})::int AS valeurs,
         sum(v.valeur) FILTER (WHERE ${SIMPLE})::float8 AS somme, max(v.valeur) FILTER (WHERE ${SIMPLE})::float8 AS maximum,
         sum(v.numerateur) FILTER (WHERE ${RATIO})::float8 AS numerateur, sum(v.denominateur) FILTER (WHERE ${RATIO})::float8 AS denominateur,
         count(v.prevision)::int AS previsions, sum(v.prevision)::float8 AS "prevuSomme", max(v.prevision)::float8 AS "prevuMaximum"
       FROM etat_fige_valeur v JOIN etat_fige_bilan b USING (etat_fige_id, bilan_id)
       WHERE v.etat_fige_id = ${etat} AND v.indicateur_commun_id IS NOT NULL AND ${avant}
       GROUP BY v.departement_code, v.indicateur_commun_id, v.unite, v.mode_agregation
       UNION ALL
       SELECT 'apres', t.departement_code, t.indicateur_commun_id, m.unite, m.mode_agregation, t.valeurs, t.somme::float8, t.maximum::float8,
         t.numerateur::float8, t.denominateur::float8, t.previsions, t.prevu_somme::float8, t.prevu_maximum::float8
       FROM total_departement t JOIN indicateur_commun m ON m.id = t.indicateur_commun_id
       WHERE ${maintenant(c, s, 't')} AND ${apres} AND t.valeurs + t.previsions > 0) t
     JOIN departement d ON d.code = t."departementCode"
     LEFT JOIN indicateur_commun m ON m.id = t."indicateurCommunId"
     ORDER BY m.libelle, t."indicateurCommunId", t."departementCode"`,
    c.params,
  );
}

/** Reports and people of each département, before and now. */
export async function listCounts(ctx: ContextePersonne, s: Situation): Promise<ComptesDepartement[]> {
  const c = new Conditions();
  const perimetre = perimetreDe(ctx.identite, 'consolidation.lire');
  const etat = c.param(s.id);
  const [avant, apres] = [c.dans(perimetre, 'n'), c.dans(perimetre, 't')];
  return ctx.query<ComptesDepartement>(
    `SELECT t.*, d.nom AS departement FROM (
       SELECT 'avant' AS moment, n.departement_code AS "departementCode", n.attendus, n.recus, n.valides,
         n.beneficiaires::float8 AS beneficiaires, n.cibles::float8 AS cibles
       FROM etat_fige_departement n WHERE n.etat_fige_id = ${etat} AND ${avant}
       UNION ALL
       SELECT 'apres', t.departement_code, t.attendus, t.recus, t.valides, coalesce(t.somme, 0)::float8, coalesce(t.cibles, 0)::float8
       FROM total_departement t WHERE ${maintenant(c, s, 't')} AND ${apres} AND t.indicateur_commun_id = ${SANS_INDICATEUR}) t
     JOIN departement d ON d.code = t."departementCode" ORDER BY t."departementCode"`,
    c.params,
  );
}
