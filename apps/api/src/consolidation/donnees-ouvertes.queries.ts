import type { Contexte } from '@coopilote/db';
import { PETIT_EFFECTIF, type CaseOuverte, type NomsOuverts } from '@coopilote/domain/consolidation';
import { SOMMES } from './groupes.queries';

/** The totals of a year: each département's, and the region's, which pools what they are made of. */
export async function listCasesOuvertes(ctx: Contexte, regionCode: string, annee: number): Promise<CaseOuverte[]> {
  const petits = (n: string, d: string) =>
    `coalesce(${n} BETWEEN 1 AND ${PETIT_EFFECTIF} OR ${d} BETWEEN 1 AND ${PETIT_EFFECTIF}, false)`;
  const lues = await ctx.query<
    Pick<CaseOuverte, 'departementCode' | 'cle' | 'trimestre' | 'petitsTermes'> & { mesures: string }
  >(
    `WITH s AS (SELECT t.* FROM total_departement t
                WHERE t.annee = $2 AND t.departement_code IN (SELECT code FROM departement WHERE region_code = $1))
     SELECT s.departement_code AS "departementCode", s.cle, s.trimestre, s.mesures, ${petits('s.numerateur', 's.denominateur')} AS "petitsTermes" FROM s
     UNION ALL
     SELECT NULL, s.cle, s.trimestre, app.mesures_groupe(coalesce(nullif(split_part(s.cle, ':', 3), ''), 'SOMME'),
              coalesce(nullif(split_part(s.cle, ':', 2), ''), 'PERSONNES'), ${SOMMES.join(', ')}), ${petits('sum(s.numerateur)', 'sum(s.denominateur)')}
     FROM s GROUP BY s.cle, s.trimestre`,
    [regionCode, annee],
  );
  return lues.map(({ mesures, ...lue }) => {
    const [actions, attendus, recus, , , bas, haut, prevision] = JSON.parse(`[${mesures}]`) as (number | null)[];
    return {
      ...lue,
      actions: actions ?? 0,
      attendus: attendus ?? 0,
      recus: recus ?? 0,
      bas: bas ?? null,
      haut: haut ?? null,
      prevision: prevision ?? null,
    };
  });
}

/** Words of what is published; null when the region is not one. */
export async function readNomsOuverts(ctx: Contexte, regionCode: string): Promise<Omit<NomsOuverts, 'annee'> | null> {
  const [noms] = await ctx.query<Omit<NomsOuverts, 'annee'>>(
    `SELECT json_build_object('code', r.code, 'nom', r.nom) AS region,
       (SELECT coalesce(json_object_agg(code, nom), '{}') FROM departement WHERE region_code = r.code) AS departements,
       (SELECT coalesce(json_object_agg(code, libelle), '{}') FROM indicateur_commun WHERE region_code = r.code) AS indicateurs
     FROM region r WHERE r.code = $1`,
    [regionCode],
  );
  return noms ?? null;
}
