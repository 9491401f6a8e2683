import { randomUUID } from 'node:crypto';
import type { ActeFige } from '@coopilote/domain/financement';
import type { Api } from './harness';

/** One of each thing of money. */
export interface IdsFinancement {
  engagement: string;
  versement: string;
  acteFinancement: string;
  compteRenduFinancier: string;
}

export function nouveauxIdsFinancement(): IdsFinancement {
  const id = (): string => randomUUID();
  return { engagement: id(), versement: id(), acteFinancement: id(), compteRenduFinancier: id() };
}

const FIGE: ActeFige = {
  forme: 'DECISION',
  reference: null,
  duree: 1,
  annee: 2026,
  region: 'Région',
  departement: 'Département',
  cooperative: 'CA',
  structure: { nom: 'S', formeJuridique: 'Association loi 1901', siret: null, rna: null, finess: null, adresse: null },
  lignes: [{ action: null, objet: null, nature: 'ARS_FIR', montant: 100 }],
  precedents: [],
  echeancier: [],
  demandeLe: '2026-01-05',
  conventionEnVigueur: false,
  signataireArs: null,
  signataireStructure: null,
  imputation: null,
  visas: null,
  signeLe: '2026-02-01',
  demonstration: false,
};

/** A budget, a signed act, an engagement and its payment, made (again) through the owner's SQL. */
export async function insertFinancement(
  api: Api,
  lieu: { cooperativeId: string; departementCode: string; structureId: string },
  ids: IdsFinancement,
): Promise<void> {
  const { cooperativeId: ca, departementCode: departement, structureId: structure } = lieu;
  const lignes: [string, unknown[]][] = [
    [`budget_financement (cooperative_id, departement_code, id, annee, montant) VALUES ($1, $2, $1, 2026, 100)`, []],
    [
      `acte_financement (cooperative_id, departement_code, id, structure_id, annee, etat, forme, signe_le, fige, empreinte)
       VALUES ($1, $2, $3, $4, 2026, 'SIGNE', 'DECISION', '2026-02-01', $5, 'x')`,
      [ids.acteFinancement, structure, JSON.stringify(FIGE)],
    ],
    [
      `engagement (cooperative_id, departement_code, id, structure_id, annee, nature, montant) VALUES ($1, $2, $3, $4, 2026, 'ARS_FIR', 100)`,
      [ids.engagement, structure],
    ],
    [
      `versement (cooperative_id, departement_code, id, engagement_id, structure_id, genre, montant, prevu_le)
       VALUES ($1, $2, $3, $4, $5, 'VERSEMENT', 50, '2026-06-01')`,
      [ids.versement, ids.engagement, structure],
    ],
    [
      `compte_rendu_financier (cooperative_id, departement_code, id, structure_id, annee, etat, contenu, transmis_le, empreinte)
       VALUES ($1, $2, $3, $4, 2025, 'TRANSMIS', '{"lignes": []}', now(), 'x')`,
      [ids.compteRenduFinancier, structure],
    ],
    [
      `compte_rendu_financier_version (compte_rendu_id, cooperative_id, departement_code, structure_id, numero, contenu, empreinte, transmis_le)
       SELECT id, $1, $2, structure_id, 1, contenu, empreinte, transmis_le FROM compte_rendu_financier WHERE id = $3`,
      [ids.compteRenduFinancier],
    ],
    [
      `compte_rendu_financier_retour (compte_rendu_id, cooperative_id, departement_code, structure_id, numero, motif, par, le)
       SELECT id, $1, $2, structure_id, 1, 'Le compte 86', (SELECT id FROM utilisateur LIMIT 1), now() FROM compte_rendu_financier WHERE id = $3`,
      [ids.compteRenduFinancier],
    ],
  ];
  for (const [ligne, params] of lignes) {
    await api.proprietaire.query(`INSERT INTO ${ligne} ON CONFLICT DO NOTHING`, [ca, departement, ...params]);
  }
}
