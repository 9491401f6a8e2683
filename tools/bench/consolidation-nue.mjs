const AXES = { departement: 'b.departement_code', annee: 'b.annee', indicateur: 'm.code' };

/** What one would write by hand on the values themselves: their sums by any of the three axes, received reports alone. */
export async function groupsBare(client, query) {
  const keys = (query.get('par') || '')
    .split(',')
    .filter(Boolean)
    .map((axis) => AXES[axis]);
  const region = query.get('region');
  const { rows } = await client.query(
    `SELECT ${keys.map((key, i) => `${key} AS cle${i},`).join(' ')} count(*) AS valeurs, sum(v.valeur) AS somme, max(v.valeur) AS maximum,
            sum(v.numerateur) AS numerateur, sum(v.denominateur) AS denominateur
     FROM bilan_trimestriel b JOIN valeur v ON v.bilan_id = b.id JOIN indicateur i ON i.id = v.indicateur_id
     JOIN indicateur_commun m ON m.id = i.indicateur_commun_id
     WHERE b.etat IN ('TRANSMIS', 'VALIDE') AND (b.annee, b.trimestre) BETWEEN (2021, 4) AND (2026, 3)
       ${region ? 'AND b.departement_code = ANY (ARRAY(SELECT code FROM departement WHERE region_code = $1))' : ''}
     ${keys.length ? `GROUP BY ${keys.join(', ')}` : ''}`,
    region ? [region] : [],
  );
  return rows;
}
