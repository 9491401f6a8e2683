import type { Demande } from './demandes';
import type { Monde } from './monde';

/** One valid call for each route of governance. */
export function demandesGouvernance(): Record<string, (m: Monde) => Demande> {
  const instance = (m: Monde, suite = ''): string => `/api/instances/${m.ids.instance}${suite}`;
  const reunion = (m: Monde, suite = ''): string => `/api/reunions/${m.ids.reunion}${suite}`;
  const point = (m: Monde, suite: string): string => reunion(m, `/points/${m.ids.point}${suite}`);
  const membre = { qualite: 'HABITANT', titulaireNom: 'Noa', debut: '2026-01-01' };
  const decision = { texte: 'Oui', issue: 'ADOPTEE', mode: 'CONSENSUS' };
  const tache = { quoi: 'Appeler', qui: 'Ana' };
  const PERIMEE = 99;
  return {
    'GET /api/cooperatives/:cooperativeId/gouvernance': (m) => ({
      chemin: `/api/cooperatives/${m.ids.cooperative}/gouvernance`,
    }),
    'GET /api/cooperatives/:cooperativeId/decisions': (m) => ({
      chemin: `/api/cooperatives/${m.ids.cooperative}/decisions`,
    }),
    'POST /api/cooperatives/:cooperativeId/instances': (m) => ({
      chemin: `/api/cooperatives/${m.ids.cooperative}/instances`,
      corps: { genre: 'OPERATIONNELLE', intitule: `Instance ${Math.random()}` },
    }),
    'PATCH /api/instances/:id': (m) => ({
      chemin: instance(m),
      corps: { genre: 'COTECH', intitule: 'Cotech', version: PERIMEE },
    }),
    'DELETE /api/instances/:id': (m) => ({ chemin: instance(m) }),
    'POST /api/instances/:id/membres': (m) => ({ chemin: instance(m, '/membres'), corps: membre }),
    'POST /api/instances/:id/membres-proposes': (m) => ({ chemin: instance(m, '/membres-proposes') }),
    'PATCH /api/instances/:id/membres/:membreId': (m) => ({
      chemin: instance(m, `/membres/${m.ids.membre}`),
      corps: { ...membre, version: PERIMEE },
    }),
    'DELETE /api/instances/:id/membres/:membreId': (m) => ({ chemin: instance(m, `/membres/${m.ids.membre}`) }),
    'POST /api/reunions': (m) => ({ chemin: '/api/reunions', corps: { instanceId: m.ids.instance, duree: 60 } }),
    'GET /api/reunions/:id': (m) => ({ chemin: reunion(m) }),
    'PATCH /api/reunions/:id': (m) => ({ chemin: reunion(m), corps: { duree: 60, version: 1 } }),
    'POST /api/reunions/:id/transitions': (m) => ({
      chemin: reunion(m, '/transitions'),
      corps: { vers: 'CLOSE', version: PERIMEE },
    }),
    'PUT /api/reunions/:id/points': (m) => ({ chemin: reunion(m, '/points'), corps: { points: [], version: 1 } }),
    'GET /api/reunions/:id/propositions': (m) => ({ chemin: reunion(m, '/propositions') }),
    'POST /api/reunions/:id/participants': (m) => ({
      chemin: reunion(m, '/participants'),
      corps: { qualite: 'INVITE', nom: 'Noa' },
    }),
    'PATCH /api/reunions/:id/participants/:participantId': (m) => ({
      chemin: reunion(m, `/participants/${m.ids.participant}`),
      corps: { statut: 'PRESENT', version: PERIMEE },
    }),
    'PATCH /api/reunions/:id/participants/:participantId/coordonnees': (m) => ({
      chemin: reunion(m, `/participants/${m.ids.participant}/coordonnees`),
      corps: { nom: 'Ana', version: PERIMEE },
    }),
    'DELETE /api/reunions/:id/participants/:participantId': (m) => ({
      chemin: reunion(m, `/participants/${m.ids.participant}`),
    }),
    'PUT /api/reunions/:id/sondage': (m) => ({
      chemin: reunion(m, '/sondage'),
      corps: { creneaux: [{ debut: '2099-01-15T10:00' }], version: 1 },
    }),
    'POST /api/reunions/:id/sondage/choix': (m) => ({
      chemin: reunion(m, '/sondage/choix'),
      corps: { creneauId: m.ids.creneau, version: 1 },
    }),
    'GET /api/reunions/:id/invitation.ics': (m) => ({ chemin: reunion(m, '/invitation.ics') }),
    'GET /api/reunions/:id/seance': (m) => ({ chemin: reunion(m, '/seance') }),
    'GET /api/reunions/:id/direct': (m) => ({ chemin: reunion(m, '/direct') }),
    'POST /api/reunions/:id/seance/point': (m) => ({
      chemin: reunion(m, '/seance/point'),
      corps: { pointId: m.ids.point },
    }),
    'POST /api/reunions/:id/seance/points': (m) => ({
      chemin: reunion(m, '/seance/points'),
      corps: { titre: 'Divers', duree: 5, genre: 'LIBRE' },
    }),
    'GET /api/reunions/:id/code-presence': (m) => ({ chemin: reunion(m, '/code-presence') }),
    'GET /api/reunions/:id/points/:pointId/tableau': (m) => ({ chemin: point(m, '/tableau') }),
    'GET /api/reunions/:id/points/:pointId/notes': (m) => ({ chemin: point(m, '/notes') }),
    'POST /api/reunions/:id/points/:pointId/notes': (m) => ({
      chemin: point(m, '/notes'),
      corps: { miseAJour: 'AAAA' },
    }),
    'POST /api/reunions/:id/decisions': (m) => ({ chemin: reunion(m, '/decisions'), corps: decision }),
    'PATCH /api/reunions/:id/decisions/:decisionId': (m) => ({
      chemin: reunion(m, `/decisions/${m.ids.decision}`),
      corps: { ...decision, version: PERIMEE },
    }),
    'DELETE /api/reunions/:id/decisions/:decisionId': (m) => ({ chemin: reunion(m, `/decisions/${m.ids.decision}`) }),
    'POST /api/reunions/:id/decisions/:decisionId/suite': (m) => ({
      chemin: reunion(m, `/decisions/${m.ids.decision}/suite`),
      corps: { suite: 'FAIT', version: PERIMEE },
    }),
    'POST /api/reunions/:id/taches': (m) => ({ chemin: reunion(m, '/taches'), corps: tache }),
    'PATCH /api/reunions/:id/taches/:tacheId': (m) => ({
      chemin: reunion(m, `/taches/${m.ids.tache}`),
      corps: { ...tache, version: PERIMEE },
    }),
    'DELETE /api/reunions/:id/taches/:tacheId': (m) => ({ chemin: reunion(m, `/taches/${m.ids.tache}`) }),
    'POST /api/taches/:id/etat': (m) => ({
      chemin: `/api/taches/${m.ids.tache}/etat`,
      corps: { etat: 'EN_COURS', version: PERIMEE },
      operation: 'tache.suivre',
    }),
    'GET /api/reunions/:id/compte-rendu': (m) => ({ chemin: reunion(m, '/compte-rendu') }),
    'PATCH /api/reunions/:id/compte-rendu': (m) => ({
      chemin: reunion(m, '/compte-rendu'),
      corps: { points: [], version: 1 },
    }),
    'POST /api/reunions/:id/compte-rendu/transitions': (m) => ({
      chemin: reunion(m, '/compte-rendu/transitions'),
      corps: { vers: 'VALIDE', version: PERIMEE },
    }),
    'POST /api/reunions/:id/compte-rendu/corrections': (m) => ({
      chemin: reunion(m, '/compte-rendu/corrections'),
      corps: { motif: 'Un nom' },
    }),
    'GET /api/reunions/:id/compte-rendu/:numero/document.pdf': (m) => ({
      chemin: reunion(m, '/compte-rendu/1/document.pdf'),
    }),
    'GET /api/reunions/:id/compte-rendu/:numero/document.docx': (m) => ({
      chemin: reunion(m, '/compte-rendu/1/document.docx'),
    }),
  };
}
