import { createHash, randomUUID } from 'node:crypto';
import type { Api } from './harness';
import { png } from './images';

const LOGO = png(64, 64);
const EMPREINTE_LOGO = createHash('sha256').update(LOGO).digest('hex');

export interface IdsConventions {
  convention: string;
  partie: string;
  acte: string;
  remarque: string;
  depart: string;
}
export const nouveauxIdsConventions = (): IdsConventions => ({
  convention: randomUUID(),
  partie: randomUUID(),
  acte: randomUUID(),
  remarque: randomUUID(),
  depart: randomUUID(),
});

/** A convention that waits for one signature of two, with all that hangs on it, through the owner's SQL; again if need be. */
export async function insertConvention(
  api: Api,
  lieu: { cooperativeId: string; departementCode: string; structureId: string },
  ids: IdsConventions,
  signataireId: string,
): Promise<void> {
  const signee = ids.acte.replace(/^.{8}/, '00000000');
  const partie = (id: string, nom: string) => ({
    id,
    genre: 'FINANCEUR',
    structureId: null,
    nom,
    representant: null,
    qualite: null,
  });
  const contenu = JSON.stringify({
    donnees: {
      ...{ programme: 'CA', region: 'R', departement: 'D', presentation: '', objectifGeneral: null, dureeMois: 12 },
      ...{ thematiques: [], populations: [], communes: [], objectifs: [], actions: [], contributions: [] },
      parties: [partie(signee, 'Mairie'), partie(ids.partie, 'Association')],
    },
    articles: [],
  });
  const ici = `convention_id, cooperative_id, departement_code`;
  const lignes: [string, string, unknown[]][] = [
    [`convention (id, cooperative_id, departement_code, numero) VALUES ($1, $2, $3, 1000)`, '(id)', []],
    [
      `partie (${ici}, id, rang, genre, nom, signataire_id) VALUES ($1, $2, $3, $4, 0, 'FINANCEUR', 'Mairie', $5)`,
      '(id)',
      [signee, signataireId],
    ],
    [
      `partie (${ici}, id, rang, genre, structure_id, nom, signataire_id) VALUES ($1, $2, $3, $4, 1, 'STRUCTURE', $5, 'Association', $6)`,
      '(id)',
      [ids.partie, lieu.structureId, signataireId],
    ],
    [
      `acte (${ici}, id, genre, numero, etat, duree_mois, fige_le, fige_par)
       VALUES ($1, $2, $3, $4, 'INITIALE', 0, 'EN_SIGNATURE', 12, '2026-01-01', $5)`,
      '(id)',
      [ids.acte, signataireId],
    ],
    [
      `acte_texte (${ici}, acte_id, textes, contenu, differences, fichier, empreinte)
       VALUES ($1, $2, $3, $4, '[]', $5, '[]', '\\x25', repeat('0', 64))`,
      '(acte_id)',
      [ids.acte, contenu],
    ],
    [
      `acte_logo (${ici}, acte_id, partie_id, empreinte) VALUES ($1, $2, $3, $4, $5, '${EMPREINTE_LOGO}')`,
      '(acte_id, partie_id)',
      [ids.acte, ids.partie],
    ],
    [
      `signature (${ici}, acte_id, partie_id, signe_le, mode, utilisateur_id, empreinte)
       VALUES ($1, $2, $3, $4, $5, '2026-01-02', 'EN_LIGNE', $6, repeat('0', 64))`,
      '(acte_id, partie_id)',
      [ids.acte, signee, signataireId],
    ],
    [
      `code_signature (${ici}, acte_id, partie_id, utilisateur_id, empreinte, expire_le) VALUES ($1, $2, $3, $4, $5, $6, 'x', '2099-01-01')`,
      '(acte_id, partie_id, utilisateur_id)',
      [ids.acte, ids.partie, signataireId],
    ],
    [
      `remarque_convention (${ici}, id, acte_id, article, texte, utilisateur_id) VALUES ($1, $2, $3, $4, $5, '1', 'Préciser', $6)`,
      '(id)',
      [ids.remarque, ids.acte, signataireId],
    ],
    [
      `depart (${ici}, id, structure_id, demande_le, motif, demande_par) VALUES ($1, $2, $3, $4, $5, '2026-01-05', 'Recentrage', $6)`,
      '(id)',
      [ids.depart, lieu.structureId, signataireId],
    ],
  ];
  await api.proprietaire.query(`INSERT INTO logo VALUES ($1, 'png', $2) ON CONFLICT DO NOTHING`, [
    EMPREINTE_LOGO,
    LOGO,
  ]);
  await api.proprietaire.query('UPDATE structure SET logo = $2 WHERE id = $1', [lieu.structureId, EMPREINTE_LOGO]);
  for (const [ligne, cle, params] of lignes) {
    await api.proprietaire.query(`INSERT INTO ${ligne} ON CONFLICT ${cle} DO NOTHING`, [
      ids.convention,
      lieu.cooperativeId,
      lieu.departementCode,
      ...params,
    ]);
  }
}
