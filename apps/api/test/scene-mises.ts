import { randomUUID } from 'node:crypto';
import type { MiseFigee } from '@coopilote/domain/financement';
import type { Api } from './harness';

/** One of each thing of a mise à disposition. */
export interface IdsMises {
  mise: string;
  beneficiaire: string;
  periode: string;
  appel: string;
}

export function nouveauxIdsMises(beneficiaire: string): IdsMises {
  return { mise: randomUUID(), beneficiaire, periode: randomUUID(), appel: randomUUID() };
}

const FIGE: MiseFigee = {
  ...{ genre: 'MOYENS', intitule: 'Un véhicule', contexte: null, action: null, fonction: null, quotite: null },
  ...{ moyens: 'Un véhicule', porteurContrat: null, debut: '2026-01-01', fin: '2026-12-31' },
  ...{
    tva: false,
    tauxTva: null,
    motifSansTva: null,
    obligationsPreteur: 'Entretenir',
    obligationsBeneficiaires: 'Rendre',
  },
  ...{ region: 'Région', departement: 'Département', cooperative: 'CA', remplace: null, demonstration: false },
  structures: [],
  couts: [],
};

/** A signed one with a cost, a period and its call, made (again) through the owner's SQL. */
export async function insertMise(
  api: Api,
  lieu: { cooperativeId: string; departementCode: string; structureId: string },
  ids: IdsMises,
): Promise<void> {
  const sql = (texte: string, params: unknown[]) => api.proprietaire.query(texte, params);
  const place = [lieu.cooperativeId, lieu.departementCode, ids.mise];
  const { rowCount } = await sql(
    `INSERT INTO mise_a_disposition (cooperative_id, departement_code, id, structure_id, genre, intitule, debut, fin)
     VALUES ($1, $2, $3, $4, 'MOYENS', 'Un véhicule', '2026-01-01', '2026-12-31') ON CONFLICT (id) DO NOTHING`,
    [...place, lieu.structureId],
  );
  if (rowCount) {
    await sql(
      `INSERT INTO partie_mise (cooperative_id, departement_code, mise_id, id, structure_id, rang, cle)
       SELECT $1, $2, $3, gen_random_uuid(), s, rang, 5000 FROM unnest($4::uuid[]) WITH ORDINALITY u(s, rang)`,
      [...place, [lieu.structureId, ids.beneficiaire]],
    );
    await sql(
      `INSERT INTO cout_mise (cooperative_id, departement_code, mise_id, id, structure_id, rang, annee, poste, prevu, reel)
       VALUES ($1, $2, $3, gen_random_uuid(), $4, 0, 2026, 'MATERIEL', 100, 100)`,
      [...place, lieu.structureId],
    );
    await sql(`UPDATE mise_a_disposition SET etat = 'A_APPROUVER', fige = $2, empreinte = 'x' WHERE id = $1`, [
      ids.mise,
      JSON.stringify(FIGE),
    ]);
    await sql(`UPDATE partie_mise SET cse_sans_objet = 'Petite', deliberation_le = '2026-01-02' WHERE mise_id = $1`, [
      ids.mise,
    ]);
    await sql(`UPDATE partie_mise SET signe_le = '2026-01-03' WHERE mise_id = $1`, [ids.mise]);
  }
  await sql(
    `INSERT INTO periode_mise (cooperative_id, departement_code, mise_id, id, structure_id, debut, fin, cout)
     VALUES ($1, $2, $3, $4, $5, '2026-01-01', '2026-03-31', 60) ON CONFLICT (id) DO NOTHING`,
    [...place, ids.periode, lieu.structureId],
  );
  await sql(
    `INSERT INTO appel_mise (cooperative_id, departement_code, mise_id, id, structure_id, periode_id, ht, tva, ttc)
     SELECT $1, $2, $3, $4, $5, $6, 30, 0, 30 WHERE NOT EXISTS (SELECT 1 FROM appel_mise WHERE id = $4)`,
    [...place, ids.appel, ids.beneficiaire, ids.periode],
  );
}
