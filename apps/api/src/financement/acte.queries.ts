import type { ContextePersonne } from '@coopilote/db';
import type { Perimetre } from '@coopilote/domain/droits';
import {
  NATURES_ARS,
  SEUIL_CONVENTION,
  type ActeFige,
  type ActeLu,
  type ActeSigne,
} from '@coopilote/domain/financement';
import { Conditions } from '../platform/conditions';
import { conditionsDeLecture } from './financement.queries';

/** What an act covers: what it carries once signed, and before that what the ARS grants and no act carries yet. */
const COUVRE = (ars: string): string => `CASE WHEN a.etat = 'SIGNE' THEN e.acte_id = a.id
  ELSE e.acte_id IS NULL AND e.cooperative_id = a.cooperative_id AND e.structure_id = a.structure_id AND e.annee = a.annee
       AND e.nature = ANY (${ars}::text[]) AND e.reporte_de IS NULL END`;

export type ActeEnBase = Omit<ActeLu, 'manques'>;

/** Acts of a CA for a year; one of them when `id` is given. */
export async function listActes(
  ctx: ContextePersonne,
  filtre: { cooperativeId: string; annee: number } | { id: string },
): Promise<ActeEnBase[]> {
  const c = conditionsDeLecture(ctx, 'a');
  if ('id' in filtre) c.et(`a.id = ${c.param(filtre.id)}`);
  else c.et(`a.cooperative_id = ${c.param(filtre.cooperativeId)}`).et(`a.annee = ${c.param(filtre.annee)}`);
  const ars = c.param(NATURES_ARS);
  return ctx.query(
    `SELECT a.id, a.cooperative_id AS "cooperativeId", a.structure_id AS "structureId", coalesce(s.nom, '') AS structure, a.annee,
            a.etat, a.forme, a.reference, a.duree, a.demande_le AS "demandeLe", a.signataire_ars AS "signataireArs",
            a.signataire_structure AS "signataireStructure", a.imputation, a.visas, a.signe_le AS "signeLe", a.version,
            x.montant, x.engagements,
            (SELECT count(*) FROM piece p WHERE p.objet = 'ACTE_FINANCEMENT' AND p.objet_id = a.id) AS lettres
     FROM acte_financement a LEFT JOIN structure s ON s.id = a.structure_id
     CROSS JOIN LATERAL (SELECT coalesce(sum(e.montant), 0)::bigint AS montant, count(*) AS engagements
                         FROM engagement e WHERE ${COUVRE(ars)}) x
     ${c.where} ORDER BY s.nom, a.signe_le NULLS FIRST, a.id`,
    c.params,
  );
}

/** Acts signed for structures in a year, in every CA that the reader sees. */
export async function listSigned(
  ctx: ContextePersonne,
  structures: readonly string[],
  annee: number,
): Promise<(ActeSigne & { structureId: string; signeLe: string; montant: number })[]> {
  const c = conditionsDeLecture(ctx, 'a');
  c.et(`a.etat = 'SIGNE'`)
    .et(`a.annee = ${c.param(annee)}`)
    .et(`a.structure_id = ANY (${c.param(structures)}::uuid[])`);
  return ctx.query(
    `SELECT a.id, a.structure_id AS "structureId", coalesce(s.nom, '') AS structure, a.forme, a.reference, a.signe_le AS "signeLe",
            (SELECT coalesce(sum(e.montant), 0)::bigint FROM engagement e WHERE e.acte_id = a.id) AS montant
     FROM acte_financement a LEFT JOIN structure s ON s.id = a.structure_id ${c.where} ORDER BY a.signe_le, a.id`,
    c.params,
  );
}

export type DecisionDepassee = ActeSigne & {
  structureId: string;
  annee: number;
  cooperativeId: string;
  cooperative: string;
  /** All that the ARS of the region grants to the structure in the year. */
  subventionsArs: number;
  /** Within the perimeter that was asked: the others tell whether a convention followed. */
  aFaire: boolean;
};

/** Acts signed for the structures whose year has reached the limit of R4 and that hold a décision in `perimetre`. */
export async function listOutgrown(
  ctx: ContextePersonne,
  perimetre: Perimetre,
  cooperativeId: string | null,
): Promise<DecisionDepassee[]> {
  const c = new Conditions().et(`a.etat = 'SIGNE' AND a.forme = 'DECISION'`).perimetre(perimetre, 'a');
  c.si(cooperativeId, (p) => `a.cooperative_id = ${p}`);
  const seuil = c.param(SEUIL_CONVENTION);
  return ctx.query(
    `WITH decisions AS MATERIALIZED (
       SELECT a.id, a.structure_id, a.annee, d.region_code
       FROM acte_financement a JOIN departement d ON d.code = a.departement_code ${c.where}),
     sommes AS MATERIALIZED (
       SELECT g.annee, g.region_code, t.structure_id, t.montant
       FROM (SELECT annee, region_code, array_agg(DISTINCT structure_id) AS ids FROM decisions GROUP BY 1, 2) g
       CROSS JOIN LATERAL app.subventions_ars(g.ids, g.annee, g.region_code) t WHERE t.montant >= ${seuil})
     SELECT a.id, a.structure_id AS "structureId", coalesce(s.nom, '') AS structure, a.annee, a.forme, a.reference,
            a.cooperative_id AS "cooperativeId", c.intitule AS cooperative, t.montant AS "subventionsArs",
            EXISTS (SELECT 1 FROM decisions x WHERE x.id = a.id) AS "aFaire"
     FROM sommes t JOIN acte_financement a ON a.structure_id = t.structure_id AND a.annee = t.annee AND a.etat = 'SIGNE'
     JOIN departement d ON d.code = a.departement_code AND d.region_code = t.region_code
     JOIN cooperative c ON c.id = a.cooperative_id LEFT JOIN structure s ON s.id = a.structure_id
     ORDER BY a.annee DESC, s.nom, a.signe_le, a.id`,
    c.params,
  );
}

/** Holds an act until the end of the transaction: its request is not taken away while it is being signed. */
export async function lockActe(ctx: ContextePersonne, id: string): Promise<void> {
  await ctx.query('SELECT 1 FROM acte_financement WHERE id = $1 FOR UPDATE', [id]);
}

/** Holds what a draft covers until the end of the transaction: what is signed is what is carried. */
export async function lockCovered(
  ctx: ContextePersonne,
  acte: { cooperativeId: string; structureId: string; annee: number },
): Promise<string[]> {
  const lignes = await ctx.query<{ id: string }>(
    `SELECT id FROM engagement WHERE acte_id IS NULL AND cooperative_id = $1 AND structure_id = $2 AND annee = $3
       AND nature = ANY ($4::text[]) AND reporte_de IS NULL ORDER BY id FOR UPDATE`,
    [acte.cooperativeId, acte.structureId, acte.annee, NATURES_ARS],
  );
  return lignes.map(({ id }) => id);
}

type DuDocument = Pick<
  ActeFige,
  'region' | 'departement' | 'cooperative' | 'lignes' | 'echeancier' | 'demonstration'
> & {
  structure: Omit<ActeFige['structure'], 'formeJuridique'> & { formeJuridique: string };
};

/** What the document of an act takes from the other tables. */
export async function loadDocument(ctx: ContextePersonne, acteId: string): Promise<DuDocument | null> {
  const [ligne] = await ctx.query<DuDocument>(
    `WITH couverts AS (
       SELECT e.* FROM acte_financement a JOIN engagement e ON ${COUVRE('$2')} WHERE a.id = $1)
     SELECT r.nom AS region, d.nom AS departement, c.intitule AS cooperative, c.demonstration,
       jsonb_build_object('nom', s.nom, 'formeJuridique', s.forme_juridique, 'siret', s.siret, 'rna', s.rna, 'finess', s.finess,
         'adresse', nullif(concat_ws(', ', s.adresse, co.nom), '')) AS structure,
       coalesce((SELECT jsonb_agg(jsonb_build_object('action', f.intitule, 'objet', e.objet, 'nature', e.nature, 'montant', e.montant)
                                  ORDER BY f.intitule NULLS LAST, e.nature, e.id)
                 FROM couverts e LEFT JOIN fiche_action f ON f.id = e.fiche_action_id), '[]') AS lignes,
       coalesce((SELECT jsonb_agg(jsonb_build_object('prevuLe', p.prevu_le, 'montant', p.montant, 'libelle', p.libelle) ORDER BY p.prevu_le)
                 FROM (SELECT v.prevu_le, sum(v.montant)::bigint AS montant, string_agg(DISTINCT v.libelle, ', ') AS libelle
                       FROM versement v JOIN couverts e ON e.id = v.engagement_id WHERE v.genre = 'VERSEMENT' GROUP BY v.prevu_le) p),
                '[]') AS echeancier
     FROM acte_financement a JOIN cooperative c ON c.id = a.cooperative_id
     JOIN departement d ON d.code = a.departement_code JOIN region r ON r.code = d.region_code
     JOIN structure s ON s.id = a.structure_id LEFT JOIN commune co ON co.code = s.commune_code
     WHERE a.id = $1`,
    [acteId, NATURES_ARS],
  );
  return ligne ?? null;
}

/** Makes a signed act carry what it covers. */
export async function attach(ctx: ContextePersonne, acteId: string, engagements: readonly string[]): Promise<void> {
  await ctx.query('UPDATE engagement SET acte_id = $1, version = version + 1 WHERE id = ANY ($2::uuid[])', [
    acteId,
    engagements,
  ]);
}
