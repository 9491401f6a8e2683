import { randomUUID } from 'node:crypto';
import type { ContenuAnnuel } from '@coopilote/domain/bilans';
import type { Api } from './harness';

export interface IdsBilanAnnuel {
  bilanAnnuel: string;
}
export const nouveauxIdsBilanAnnuel = (): IdsBilanAnnuel => ({ bilanAnnuel: randomUUID() });

/** Presented, with one action, through the owner's SQL: everybody who reads the CA reads it. */
export async function insertBilanAnnuel(
  api: Api,
  lieu: { cooperativeId: string; departementCode: string; structureId: string },
  { bilanAnnuel }: IdsBilanAnnuel,
  { ficheAction, auteur }: { ficheAction: string; auteur: string },
): Promise<void> {
  const contenu: ContenuAnnuel = {
    ...{ cooperative: 'CA', departement: 'Département', region: 'Région', annee: 2026, demonstration: false },
    ...{ synthese: 'Une année', enseignements: null, perspectives: null, attendus: 0, recus: 0 },
    ...{ beneficiairesCibles: 0, beneficiaires: { bas: null, haut: null } },
    actions: [
      {
        ...{ ficheActionId: ficheAction, intitule: 'Action', structureId: lieu.structureId, structure: 'Structure' },
        ...{ objectif: null, objectifsPoursuivis: null, resultatsAttendus: null, publics: [], territoire: 'Commune' },
        ...{ beneficiairesCibles: null, beneficiaires: { bas: null, haut: null }, trimestres: [], indicateurs: [] },
        ...{ reponses: [], recits: { freins: [], leviers: [], pistes: [] } },
        ...{ synthese: null, proposition: null, motifProposition: null },
      },
    ],
  };
  const sql = (texte: string, params: unknown[]) => api.proprietaire.query(texte, params);
  const { rowCount } = await sql(
    `INSERT INTO bilan_annuel (id, cooperative_id, departement_code, annee, synthese) VALUES ($1, $2, $3, 2026, 'Une année')
     ON CONFLICT (id) DO NOTHING`,
    [bilanAnnuel, lieu.cooperativeId, lieu.departementCode],
  );
  if (!rowCount) return;
  await sql(
    `INSERT INTO volet_annuel (id, bilan_annuel_id, fiche_action_id, cooperative_id, departement_code, structure_id)
     SELECT gen_random_uuid(), $1, id, cooperative_id, departement_code, structure_id FROM fiche_action WHERE id = $2`,
    [bilanAnnuel, ficheAction],
  );
  await sql(
    `INSERT INTO bilan_annuel_version (bilan_annuel_id, cooperative_id, departement_code, numero, contenu, empreinte, presente_par)
     VALUES ($1, $2, $3, 1, $4, 'x', $5)`,
    [bilanAnnuel, lieu.cooperativeId, lieu.departementCode, JSON.stringify(contenu), auteur],
  );
  await sql(`UPDATE bilan_annuel SET etat = 'PRESENTE', numero_version = 1 WHERE id = $1`, [bilanAnnuel]);
}
