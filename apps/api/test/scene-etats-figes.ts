import { randomUUID } from 'node:crypto';
import type { Api } from './harness';

export interface IdsEtatsFiges {
  etatFige: string;
}
export const nouveauxIdsEtatsFiges = (): IdsEtatsFiges => ({ etatFige: randomUUID() });

/** The quarter of a report, frozen in its département with that report alone, through the owner's SQL. */
export async function insertEtatFige(
  api: Api,
  { etatFige }: IdsEtatsFiges,
  { bilan, auteur }: { bilan: string; auteur: string },
): Promise<void> {
  const sql = (texte: string, params: unknown[]) => api.proprietaire.query(texte, params);
  await sql(
    `INSERT INTO etat_fige (id, region_code, departement_code, annee, trimestre, nom, empreinte, fige_le, fige_par)
     SELECT $1::uuid, d.region_code, b.departement_code, b.annee, b.trimestre, 'Scène ' || $1::text, repeat('0', 64), now(), $3
     FROM bilan_trimestriel b JOIN departement d ON d.code = b.departement_code WHERE b.id = $2`,
    [etatFige, bilan, auteur],
  );
  await sql(
    `INSERT INTO etat_fige_departement SELECT $1, departement_code, 1, 1, 1, 10, 10 FROM bilan_trimestriel WHERE id = $2`,
    [etatFige, bilan],
  );
  await sql(
    `INSERT INTO etat_fige_bilan SELECT $1, bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, etat, numero_version,
       beneficiaires, beneficiaires_cibles, territoire_commune_code, phase, thematiques, publics FROM app.bilan_a_figer WHERE bilan_id = $2`,
    [etatFige, bilan],
  );
  await sql(
    `INSERT INTO etat_fige_valeur SELECT $1, b.id, i.id, b.departement_code, NULL, i.unite, i.mode_agregation, 1
     FROM bilan_trimestriel b JOIN indicateur i USING (fiche_action_id) WHERE b.id = $2`,
    [etatFige, bilan],
  );
}
