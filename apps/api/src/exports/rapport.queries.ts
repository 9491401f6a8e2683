import type { ContextePersonne } from '@coopilote/db';
import { ETATS_RECUS, type EtatBilan } from '@coopilote/domain/bilans';
import { MANQUANTS_NOMMES } from '@coopilote/domain/consolidation';
import type { Selection } from './exports.queries';

export interface ManquantLu {
  departement: string;
  nombre: number;
  action: string;
  structure: string;
  annee: number;
  trimestre: number;
  etat: EtatBilan;
}

/** Missing reports by département: how many, and the first ones by action. */
export function listManquants(ctx: ContextePersonne, s: Selection): Promise<ManquantLu[]> {
  return ctx.query<ManquantLu>(
    `WITH manquants AS MATERIALIZED (
       SELECT b.departement_code, b.fiche_action_id, b.structure_id, b.annee, b.trimestre, b.etat,
              count(*) OVER (PARTITION BY b.departement_code) AS nombre,
              row_number() OVER (PARTITION BY b.departement_code ORDER BY b.annee, b.trimestre, b.cooperative_id, b.fiche_action_id) AS rang
       FROM bilan_trimestriel b ${s.where} AND b.etat <> ALL (${s.param(ETATS_RECUS)}))
     SELECT d.nom AS departement, m.nombre, f.intitule AS action, coalesce(st.nom, '') AS structure, m.annee, m.trimestre, m.etat
     FROM manquants m
     JOIN fiche_action f ON f.id = m.fiche_action_id
     LEFT JOIN structure st ON st.id = m.structure_id
     LEFT JOIN departement d ON d.code = m.departement_code
     WHERE m.rang <= ${MANQUANTS_NOMMES}
     ORDER BY m.departement_code, m.annee, m.trimestre, m.rang`,
    s.params,
  );
}

/** Of what the reader may see: which regions a list of départements covers, and whether its data are those of the demonstration. */
export async function readPerimetre(
  ctx: ContextePersonne,
  departements: readonly string[],
): Promise<{ regions: string[]; noms: string[]; demonstration: boolean }> {
  const [lu] = await ctx.query<{ regions: string[]; noms: string[]; demonstration: boolean }>(
    `SELECT coalesce(array_agg(DISTINCT r.nom ORDER BY r.nom), '{}') AS regions, coalesce(array_agg(DISTINCT d.nom ORDER BY d.nom), '{}') AS noms,
       EXISTS (SELECT 1 FROM cooperative c WHERE c.departement_code = ANY ($1) AND c.demonstration) AS demonstration
     FROM departement d JOIN region r ON r.code = d.region_code WHERE d.code = ANY ($1)`,
    [departements],
  );
  return lu ?? { regions: [], noms: [], demonstration: false };
}
