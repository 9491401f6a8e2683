import type { ContextePersonne } from '@coopilote/db';
import { ETATS_RECUS, QUESTIONS_BILAN, TEXTES_BILAN } from '@coopilote/domain/bilans';
import type { ModeAgregation, TypeIndicateur, Unite } from '@coopilote/domain/referentiel';
import { fetchPages, type LigneLue, type Selection } from './exports.queries';

/** What the ARS has received alone: a draft, or a report sent back, shows no answer. */
const REPONSES = [
  ...QUESTIONS_BILAN.flatMap(({ cle }) => [`${cle} AS ${cle}`, `${cle}_motif AS "${cle}Motif"`]),
  ...[...TEXTES_BILAN, 'beneficiaires'].map((cle) => `${cle} AS ${cle}`),
]
  .map((colonne) => colonne.replace(/^\w+/, (nom) => `CASE WHEN e.recu THEN b.${nom} END`))
  .join(', ');

export interface BilanT3 extends LigneLue, Record<CleT3, string | null> {
  ficheActionId: string;
  bilanId: string;
  annee: number;
  numeroTrimestre: number;
}

/** One row an expected report, without its names nor its indicators: an action, a quarter. */
export function fetchBilans(ctx: ContextePersonne, s: Selection): AsyncGenerator<BilanT3[]> {
  return fetchPages(
    ctx,
    'export_t3',
    `SELECT b.annee || '-T' || b.trimestre AS trimestre, b.annee, b.trimestre AS "numeroTrimestre", b.departement_code AS "departementCode",
       b.etat AS "etatBilan", (b.transmis_le AT TIME ZONE 'Europe/Paris')::date AS "transmisLe", f.intitule,
       f.objectifs_poursuivis AS "objectifsPoursuivis", f.resultats_attendus AS "resultatsAttendus", f.autre_public AS "autrePublic",
       f.beneficiaires_cibles AS "beneficiairesCibles", ${REPONSES}, b.fiche_action_id AS "ficheActionId", b.id AS "bilanId",
       b.cooperative_id AS "cooperativeCle", b.structure_id AS "structureCle", f.objectif_id AS "objectifCle", f.public1_id AS "public1Cle",
       f.public2_id AS "public2Cle", f.public3_id AS "public3Cle", f.territoire_commune_code AS "territoireCle"
     FROM bilan_trimestriel b
     CROSS JOIN LATERAL (SELECT b.etat = ANY (${s.param(ETATS_RECUS)}) AS recu) e
     JOIN fiche_action f ON f.id = b.fiche_action_id
     ${s.where}
     ORDER BY b.departement_code, b.cooperative_id, f.numero, b.annee, b.trimestre`,
    s.params,
  );
}

/** Columns of T3 that are names: where a row keeps their key, and the table that names them. */
export const NOMS_T3 = {
  departement: { cle: 'departementCode', table: 'departement' },
  cooperative: { cle: 'cooperativeCle', table: 'cooperative' },
  structure: { cle: 'structureCle', table: 'structure' },
  objectif: { cle: 'objectifCle', table: 'objectif' },
  public1: { cle: 'public1Cle', table: 'liste' },
  public2: { cle: 'public2Cle', table: 'liste' },
  public3: { cle: 'public3Cle', table: 'liste' },
  territoire: { cle: 'territoireCle', table: 'commune' },
} as const;
export type NomT3 = keyof typeof NOMS_T3;
type CleT3 = (typeof NOMS_T3)[NomT3]['cle'];
export type TableT3 = (typeof NOMS_T3)[NomT3]['table'];
const TABLES: Record<TableT3, string> = {
  departement: 'SELECT code AS cle, nom FROM departement WHERE code',
  cooperative: 'SELECT id::text AS cle, intitule AS nom FROM cooperative WHERE id',
  structure: 'SELECT id::text AS cle, nom FROM structure WHERE id',
  objectif: 'SELECT id::text AS cle, intitule AS nom FROM objectif WHERE id',
  liste: 'SELECT id::text AS cle, libelle AS nom FROM liste_valeur WHERE id',
  commune: 'SELECT code AS cle, nom FROM commune WHERE code',
};

export const TABLES_T3 = Object.keys(TABLES) as TableT3[];

/** Names by table, in one statement: joined to each row they would cost the database four times the reading itself. */
export function listNoms(
  ctx: ContextePersonne,
  cles: Record<TableT3, string[]>,
): Promise<{ genre: TableT3; cle: string; nom: string }[]> {
  return ctx.query(
    TABLES_T3.map((genre, i) => {
      const type = genre === 'departement' || genre === 'commune' ? 'text[]' : 'uuid[]';
      return `SELECT '${genre}' AS genre, x.* FROM (${TABLES[genre]} = ANY ($${i + 1}::${type})) x`;
    }).join(' UNION ALL '),
    TABLES_T3.map((genre) => cles[genre]),
  );
}

export interface IndicateurT3 {
  id: string;
  ficheActionId: string;
  type: TypeIndicateur;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
}
export interface ValeurT3 {
  bilanId: string;
  indicateurId: string;
  valeur: number | null;
  numerateur: number | null;
  denominateur: number | null;
}
export interface PrevisionT3 {
  indicateurId: string;
  annee: number;
  trimestre: number;
  valeur: number;
}
export interface ChiffresT3 {
  indicateurs: IndicateurT3[];
  valeurs: ValeurT3[];
  previsions: PrevisionT3[];
}

/**
 * Figures of a page of reports: the indicators of its actions in their order, what was received, what was forecast. Three readings by
 * key: the policies hide from the planner how few rows a join of them would read, and it would read every indicator of the country.
 */
export async function listChiffres(ctx: ContextePersonne, bilans: readonly BilanT3[]): Promise<ChiffresT3> {
  const indicateurs = await ctx.query<IndicateurT3>(
    `SELECT id, fiche_action_id AS "ficheActionId", type, libelle, unite, mode_agregation AS "modeAgregation"
     FROM indicateur WHERE fiche_action_id = ANY ($1::uuid[]) ORDER BY fiche_action_id, ordre, id`,
    [distincts(bilans.map((b) => b.ficheActionId))],
  );
  const valeurs = await ctx.query<ValeurT3>(
    `SELECT bilan_id AS "bilanId", indicateur_id AS "indicateurId", valeur, numerateur, denominateur
     FROM valeur WHERE bilan_id = ANY ($1::uuid[])`,
    [bilans.filter((b) => ETATS_RECUS.some((etat) => etat === b['etatBilan'])).map((b) => b.bilanId)],
  );
  const previsions = await ctx.query<PrevisionT3>(
    `SELECT indicateur_id AS "indicateurId", annee, trimestre, valeur FROM prevision
     WHERE indicateur_id = ANY ($1::uuid[]) AND annee = ANY ($2::integer[]) AND trimestre = ANY ($3::integer[])`,
    [
      indicateurs.map(({ id }) => id),
      distincts(bilans.map((b) => b.annee)),
      distincts(bilans.map((b) => b.numeroTrimestre)),
    ],
  );
  return { indicateurs, valeurs, previsions };
}

const distincts = <T>(liste: readonly T[]): T[] => [...new Set(liste)];
