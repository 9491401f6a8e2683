/** The API's own statement (apps/api/src/actions/fiche-action.queries.ts), with its two conditions: the reader's perimeter and the filter. */
const WHERE = `WHERE (f.departement_code = ANY (ARRAY(SELECT code FROM departement
    WHERE region_code = ANY ($1::text[]) OR code = ANY ($2::text[]))))
  AND f.departement_code = $3`;
const LIST = `SELECT f.id, f.cooperative_id AS "cooperativeId", c.intitule AS cooperative, f.departement_code AS "departementCode",
    f.structure_id AS "structureId", coalesce(s.nom, '') AS structure, f.intitule, f.etat, f.calendrier_debut AS "calendrierDebut",
    f.calendrier_fin AS "calendrierFin", f.beneficiaires_cibles AS "beneficiairesCibles",
    (SELECT count(*) AS total FROM fiche_action f ${WHERE}) AS total
  FROM (SELECT f.id, f.cooperative_id, f.departement_code, f.structure_id, f.intitule, f.etat, f.calendrier_debut, f.calendrier_fin,
               f.beneficiaires_cibles
        FROM fiche_action f ${WHERE} ORDER BY f.intitule ASC NULLS LAST, f.id LIMIT 100 OFFSET 0) f
  LEFT JOIN cooperative c ON c.id = f.cooperative_id LEFT JOIN structure s ON s.id = f.structure_id
  ORDER BY f.intitule ASC NULLS LAST, f.id`;

export async function listBare(client) {
  const { rows } = await client.query({ name: 'liste', text: LIST, values: [[], ['93'], '93'] });
  return { lignes: rows.map(({ total: _, ...line }) => line), total: rows[0].total, page: 1, taille: 100 };
}
