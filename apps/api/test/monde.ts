import { createHash, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ressource } from '@coopilote/domain/droits';
import { ContenuService } from '../src/pieces/contenu.service';
import { Fabrique } from './fabrique';
import type { Api } from './harness';
import { insertBilanAnnuel, nouveauxIdsBilanAnnuel, type IdsBilanAnnuel } from './scene-bilan-annuel';
import { insertConvention, nouveauxIdsConventions, type IdsConventions } from './scene-conventions';
import { insertEtatFige, nouveauxIdsEtatsFiges, type IdsEtatsFiges } from './scene-etats-figes';
import { insertVue, nouveauxIdsVues, type IdsVues } from './scene-vues';
import { insertFinancement, nouveauxIdsFinancement, type IdsFinancement } from './scene-financement';
import { insertMise, nouveauxIdsMises, type IdsMises } from './scene-mises';
import { insertGouvernance, nouveauxIds, type IdsGouvernance } from './scene-gouvernance';

/** One CA with all that hangs on it, and where it lies. */
export interface Monde {
  ressource: Required<Ressource>;
  ids: IdsGouvernance &
    IdsConventions &
    IdsFinancement &
    IdsMises &
    IdsBilanAnnuel &
    IdsEtatsFiges &
    IdsVues & {
      cooperative: string;
      structure: string;
      autreStructure: string;
      adhesion: string;
      objectif: string;
      etape: string;
      ficheAction: string;
      brouillon: string;
      indicateur: string;
      bilan: string;
      campagne: string;
      /** A collection that nobody fills: closing it holds no other test. */
      vieilleCampagne: string;
      contribution: string;
      contact: string;
      listeValeur: string;
      indicateurCommun: string;
      utilisateur: string;
      attribution: string;
      envoi: string;
      piece: string;
    };
  commune: string;
}

/** A whole CA of a département, made through the owner's SQL. */
export async function makeMonde(api: Api, departementCode: string): Promise<Monde> {
  const faire = new Fabrique(api);
  const [structure, autreStructure] = [
    await faire.structure({ departementCode }),
    await faire.structure({ departementCode }),
  ];
  const ca = await faire.cooperative({ departementCode, structures: [structure, autreStructure] });
  const objectif = await faire.objectif(ca.id);
  const action = await faire.action(ca, structure, { objectifId: objectif });
  const brouillon = await faire.action(ca, structure, { objectifId: objectif, etat: 'BROUILLON' });
  const bilan = await faire.bilan(action, '2026-T2', 'TRANSMIS');
  const { rows } = await api.proprietaire.query<{ region: string; adhesion: string; campagne: string }>(
    `SELECT region_code AS region,
       (SELECT id FROM campagne WHERE departement_code = $1 AND annee = 2026 AND trimestre = 2) AS campagne, (SELECT id FROM adhesion WHERE cooperative_id = $2 LIMIT 1) AS adhesion FROM departement WHERE code = $1`,
    [departementCode, ca.id],
  );
  const { rows: vieilles } = await api.proprietaire.query<{ id: string }>(
    `INSERT INTO campagne (id, departement_code, annee, trimestre, echeance) VALUES (gen_random_uuid(), $1, 2001, 1, '2001-05-01')
     ON CONFLICT (departement_code, annee, trimestre) DO UPDATE SET version = campagne.version RETURNING id`,
    [departementCode],
  );
  const utilisateur = randomUUID();
  await api.proprietaire.query(`INSERT INTO utilisateur (id, courriel, prenom, nom) VALUES ($1, $2, 'Alix', 'Monde')`, [
    utilisateur,
    `${utilisateur}@example.test`,
  ]);
  const monde: Monde = {
    ressource: { regionCode: rows[0]?.region ?? '', departementCode, cooperativeId: ca.id, structureId: structure },
    commune: ca.communes[0] ?? '',
    ids: {
      ...nouveauxIds(),
      ...nouveauxIdsConventions(),
      ...nouveauxIdsFinancement(),
      ...nouveauxIdsBilanAnnuel(),
      ...nouveauxIdsEtatsFiges(),
      ...nouveauxIdsVues(),
      // A third structure: neither the partner of the world nor the other one.
      ...nouveauxIdsMises(await faire.structure({ departementCode })),
      cooperative: ca.id,
      structure,
      autreStructure,
      adhesion: rows[0]?.adhesion ?? '',
      objectif,
      etape: randomUUID(),
      ficheAction: action.id,
      brouillon: brouillon.id,
      indicateur: randomUUID(),
      bilan,
      campagne: rows[0]?.campagne ?? '',
      vieilleCampagne: vieilles[0]?.id ?? '',
      contribution: randomUUID(),
      contact: randomUUID(),
      listeValeur: randomUUID(),
      indicateurCommun: randomUUID(),
      utilisateur,
      attribution: randomUUID(),
      envoi: randomUUID(),
      piece: randomUUID(),
    },
  };
  await keepContent(api, monde);
  await insertEtatFige(api, monde.ids, { bilan, auteur: utilisateur });
  await repair(api, monde);
  return monde;
}

const CONTENU = 'Pièce du monde';
const EMPREINTE = createHash('sha256').update(CONTENU).digest('hex');
const INSERER_PIECE = `piece (id, cooperative_id, departement_code, objet, objet_id, nom, type, taille, empreinte, depose_par)
  VALUES ($1::uuid, $2, $3, 'COOPERATIVE', $2, 'monde-' || $1::text || '.txt', 'txt', $6, $5, $4)`;
const champsDePiece = (id: string, { ids, ressource }: Monde): unknown[] => [
  id,
  ids.cooperative,
  ressource.departementCode,
  ids.utilisateur,
  EMPREINTE,
  Buffer.byteLength(CONTENU),
];

/** Keeps the content of the world's piece; another piece names it too, so that it outlives the one that callers take away. */
async function keepContent(api: Api, monde: Monde): Promise<void> {
  const fichier = join(tmpdir(), `coopilote-${randomUUID()}`);
  await writeFile(fichier, CONTENU);
  await api.app.get(ContenuService).garder(EMPREINTE, fichier);
  await rm(fichier);
  await api.proprietaire.query(`INSERT INTO ${INSERER_PIECE}`, champsDePiece(randomUUID(), monde));
}

/** Makes again what a caller may have deleted, shut or ended. */
export async function repair(api: Api, monde: Monde): Promise<void> {
  const { ids, ressource } = monde;
  const { regionCode: region, departementCode: departement } = ressource;
  const code = (id: string): string => `M${id.slice(0, 8).toUpperCase()}`;
  const lignes: [string, unknown[]][] = [
    [
      `etape (id, cooperative_id, departement_code, phase, genre, intitule) VALUES ($1, $2, $3, 'DIAGNOSTIC', 'TACHE', 'Enquête')`,
      [ids.etape, ids.cooperative, departement],
    ],
    [
      `indicateur (id, fiche_action_id, cooperative_id, departement_code, structure_id, type, libelle, unite, mode_agregation)
       VALUES ($1, $2, $3, $4, $5, 'ACTIVITE', 'Séances', 'SEANCES', 'SOMME')`,
      [ids.indicateur, ids.brouillon, ids.cooperative, departement, ids.structure],
    ],
    [
      `contact (id, structure_id, departement_code, prenom, nom) VALUES ($1, $2, $3, 'Sacha', 'Contact')`,
      [ids.contact, ids.structure, departement],
    ],
    [
      `liste_valeur (id, region_code, liste, code, libelle) VALUES ($1, $2, 'SECTEUR', $3, 'Secteur du monde')`,
      [ids.listeValeur, region, code(ids.listeValeur)],
    ],
    [
      `indicateur_commun (id, region_code, code, libelle, type, unite, mode_agregation)
       VALUES ($1, $2, $3, 'Commun du monde', 'ACTIVITE', 'NOMBRE', 'SOMME')`,
      [ids.indicateurCommun, region, code(ids.indicateurCommun)],
    ],
    [
      `attribution (id, utilisateur_id, role, region_code, departement_code, structure_id) VALUES ($1, $2, 'PARTENAIRE', $3, $4, $5)`,
      [ids.attribution, ids.utilisateur, region, departement, ids.structure],
    ],
    [
      `envoi (id, region_code, destinataire, objet, texte) VALUES ($1, $2, 'alix@example.test', 'Message du monde', 'X')`,
      [ids.envoi, region],
    ],
    [
      `contribution_bilan (id, bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, questions, nom, courriel,
         empreinte, expire_le, demande_par)
       SELECT $1::uuid, id, fiche_action_id, cooperative_id, departement_code, structure_id, '{freins}', 'Léa', 'lea@example.test', $1::uuid::text,
         now() + interval '7 days', $3 FROM bilan_trimestriel WHERE id = $2`,
      [ids.contribution, ids.bilan, ids.utilisateur],
    ],
    [INSERER_PIECE, champsDePiece(ids.piece, monde)],
  ];
  for (const [ligne, params] of lignes)
    await api.proprietaire.query(`INSERT INTO ${ligne} ON CONFLICT (id) DO NOTHING`, params);
  await api.proprietaire.query(`UPDATE envoi SET etat = 'ECHEC' WHERE id = $1`, [ids.envoi]);
  const lieu = { cooperativeId: ids.cooperative, departementCode: departement ?? '', structureId: ids.structure };
  await insertGouvernance(api, lieu, ids, 'EN_SEANCE');
  await insertConvention(api, lieu, ids, ids.utilisateur);
  await insertFinancement(api, lieu, ids);
  await insertMise(api, lieu, ids);
  await insertVue(api, ids, { departementCode: departement ?? '', auteur: ids.utilisateur });
  await insertBilanAnnuel(api, lieu, ids, { ficheAction: ids.ficheAction, auteur: ids.utilisateur });
  await api.proprietaire.query('UPDATE utilisateur SET actif = true WHERE id = $1', [ids.utilisateur]);
  await api.proprietaire.query(`UPDATE fiche_action SET etat = 'EN_COURS', version = 1 WHERE id = $1`, [
    ids.ficheAction,
  ]);
}
