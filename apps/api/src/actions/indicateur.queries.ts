import type { ContextePersonne } from '@coopilote/db';
import type { IndicateurLu } from '@coopilote/domain/actions';

/** Indicators of a fiche-action with their forecasts, in their order; one of them when `indicateurId` is given. */
export async function listIndicateurs(
  ctx: ContextePersonne,
  ficheActionId: string,
  indicateurId: string | null = null,
): Promise<IndicateurLu[]> {
  return ctx.query(
    `SELECT i.id, i.fiche_action_id AS "ficheActionId", i.type, i.niveau_resultat AS "niveauResultat", i.libelle, i.unite,
            i.mode_agregation AS "modeAgregation", i.valeur_reference AS "valeurReference", i.sources,
            i.indicateur_commun_id AS "indicateurCommunId", c.libelle AS "indicateurCommun", i.ordre, i.version,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('annee', p.annee, 'trimestre', p.trimestre, 'valeur', p.valeur)
                                       ORDER BY p.annee, p.trimestre), '[]')
             FROM prevision p WHERE p.indicateur_id = i.id) AS previsions
     FROM indicateur i LEFT JOIN indicateur_commun c ON c.id = i.indicateur_commun_id
     WHERE i.fiche_action_id = $1 AND ($2::uuid IS NULL OR i.id = $2::uuid)
     ORDER BY array_position(ARRAY['PROCESSUS', 'ACTIVITE', 'RESULTAT'], i.type), i.ordre, i.libelle, i.id`,
    [ficheActionId, indicateurId],
  );
}

/** True once a value was typed for the indicator, in somebody's draft included, which the caller may not read. */
export async function isReported(ctx: ContextePersonne, indicateurId: string): Promise<boolean> {
  const [ligne] = await ctx.query<{ saisi: boolean }>('SELECT app.indicateur_saisi($1) AS saisi', [indicateurId]);
  return ligne?.saisi ?? false;
}

/** Writes the forecasts given and takes the others away: two statements whatever their number. */
export async function replacePrevisions(
  ctx: ContextePersonne,
  indicateur: {
    id: string;
    ficheActionId: string;
    cooperativeId: string;
    departementCode: string;
    structureId: string;
  },
  previsions: { annee: number; trimestre: number; valeur: number }[],
): Promise<void> {
  const lignes = JSON.stringify(previsions);
  await ctx.query(
    `DELETE FROM prevision p WHERE p.indicateur_id = $1 AND p.fiche_action_id = $2
       AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($3::jsonb) AS n(annee integer, trimestre integer)
                       WHERE n.annee = p.annee AND n.trimestre = p.trimestre)`,
    [indicateur.id, indicateur.ficheActionId, lignes],
  );
  if (previsions.length === 0) return;
  await ctx.query(
    `INSERT INTO prevision (indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id, annee, trimestre, valeur)
     SELECT $1, $2, $3, $4, $5, n.annee, n.trimestre, n.valeur
     FROM jsonb_to_recordset($6::jsonb) AS n(annee integer, trimestre integer, valeur numeric)
     ON CONFLICT (indicateur_id, annee, trimestre) DO UPDATE SET valeur = excluded.valeur
       WHERE prevision.valeur IS DISTINCT FROM excluded.valeur`,
    [
      indicateur.id,
      indicateur.ficheActionId,
      indicateur.cooperativeId,
      indicateur.departementCode,
      indicateur.structureId,
      lignes,
    ],
  );
}
