import { randomUUID } from 'node:crypto';
import type { Api } from './harness';

/** Primary keys that are not `id`: a table with a deferrable constraint takes no other target. */
const CLES: Record<string, string> = {
  note_point: '(point_id)',
  compte_rendu: '(reunion_id, numero)',
  reponse_creneau: '(creneau_id, participant_id)',
  lien_reunion: '(empreinte)',
};

/** One of each thing that hangs on a meeting. */
export interface IdsGouvernance {
  instance: string;
  membre: string;
  reunion: string;
  point: string;
  participant: string;
  decision: string;
  tache: string;
  creneau: string;
}

export function nouveauxIds(): IdsGouvernance {
  const id = (): string => randomUUID();
  return {
    instance: id(),
    membre: id(),
    reunion: id(),
    point: id(),
    participant: id(),
    decision: id(),
    tache: id(),
    creneau: id(),
  };
}

/** A meeting of a CA with all that hangs on it, made (again) through the owner's SQL: what stands already is left as it is. */
export async function insertGouvernance(
  api: Api,
  lieu: { cooperativeId: string; departementCode: string; structureId: string },
  ids: IdsGouvernance,
  etat: 'EN_SEANCE' | 'CLOSE',
): Promise<void> {
  const { cooperativeId: ca, departementCode: departement, structureId: structure } = lieu;
  const contenu = JSON.stringify({ introduction: '', points: [], conclusion: '' });
  const minute = JSON.stringify({
    ...{
      cooperative: 'CA',
      instance: 'Copil',
      titre: 'Copil',
      numero: 1,
      fuseau: 'Europe/Paris',
      lieu: null,
      quorum: null,
    },
    ...{
      debut: '2026-01-15T13:00:00Z',
      fin: '2026-01-15T15:00:00Z',
      presences: [],
      decisions: [],
      taches: [],
      pieces: [],
    },
  });
  const lignes: [string, unknown[]][] = [
    [
      `instance (cooperative_id, departement_code, id, genre, intitule) VALUES ($1, $2, $3, 'COTECH', $4)`,
      [ids.instance, ids.instance],
    ],
    [
      `membre_instance (cooperative_id, departement_code, id, instance_id, qualite, structure_id, titulaire_nom, debut)
       VALUES ($1, $2, $3, $4, 'STRUCTURE', $5, 'Ana', '2024-01-01')`,
      [ids.membre, ids.instance, structure],
    ],
    [
      `reunion (cooperative_id, departement_code, id, instance_id, numero, titre, etat, debut, fin)
       VALUES ($1, $2, $3, $4, 1, 'Copil', $5, '2026-01-15 13:00Z', '2026-01-15 15:00Z')`,
      [ids.reunion, ids.instance, etat],
    ],
    [
      `point_reunion (cooperative_id, departement_code, id, reunion_id, ordre, titre, duree, genre) VALUES ($1, $2, $3, $4, 0, 'Point', 10, 'LIBRE')`,
      [ids.point, ids.reunion],
    ],
    [
      `participant (cooperative_id, departement_code, id, reunion_id, structure_id, qualite, nom) VALUES ($1, $2, $3, $4, $5, 'STRUCTURE', 'Ana')`,
      [ids.participant, ids.reunion, structure],
    ],
    [
      `decision (cooperative_id, departement_code, id, reunion_id, point_id, annee, numero, texte) VALUES ($1, $2, $3, $4, $5, 2020, 1, 'Oui')`,
      [ids.decision, ids.reunion, ids.point],
    ],
    [
      `tache (cooperative_id, departement_code, id, reunion_id, quoi, qui, structure_id) VALUES ($1, $2, $3, $4, 'Appeler', 'Ana', $5)`,
      [ids.tache, ids.reunion, structure],
    ],
    [
      `note_point (cooperative_id, departement_code, point_id, reunion_id, document) VALUES ($1, $2, $3, $4, '\\x0000')`,
      [ids.point, ids.reunion],
    ],
    [
      `compte_rendu (cooperative_id, departement_code, id, reunion_id, numero, etat, contenu, fige, empreinte)
       VALUES ($1, $2, gen_random_uuid(), $3, 1, 'VALIDE', $4, $5, 'x')`,
      [ids.reunion, contenu, minute],
    ],
    [
      `creneau (cooperative_id, departement_code, id, reunion_id, debut, fin) VALUES ($1, $2, $3, $4, '2026-01-15 13:00Z', '2026-01-15 15:00Z')`,
      [ids.creneau, ids.reunion],
    ],
    [
      `reponse_creneau (cooperative_id, departement_code, creneau_id, participant_id, reunion_id, reponse) VALUES ($1, $2, $3, $4, $5, 'OUI')`,
      [ids.creneau, ids.participant, ids.reunion],
    ],
    [
      `lien_reunion (cooperative_id, departement_code, empreinte, usage, reunion_id, participant_id, expire_le)
       VALUES ($1, $2, $3, 'SONDAGE', $4, $5, '2099-01-01')`,
      [ids.creneau, ids.reunion, ids.participant],
    ],
  ];
  for (const [ligne, params] of lignes) {
    await api.proprietaire.query(
      `INSERT INTO ${ligne} ON CONFLICT ${CLES[ligne.split(' ')[0] ?? ''] ?? '(id)'} DO NOTHING`,
      [ca, departement, ...params],
    );
  }
  await api.proprietaire.query('DELETE FROM compte_rendu WHERE reunion_id = $1 AND numero > 1', [ids.reunion]);
}
