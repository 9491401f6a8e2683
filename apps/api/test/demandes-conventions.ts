import { randomUUID } from 'node:crypto';
import { MODELE_DU_GUIDE } from '@coopilote/domain/conventions';
import type { Demande } from './demandes';
import type { Monde } from './monde';

/** One valid call for each route of the conventions. */
export function demandesConventions(): Record<string, (m: Monde) => Demande> {
  const convention = (m: Monde, suite = ''): string => `/api/conventions/${m.ids.convention}${suite}`;
  const acte = (m: Monde, suite = ''): string => `/api/actes/${m.ids.acte}${suite}`;
  const modeleDe = (m: Monde): string => `/api/regions/${m.ressource.regionCode}/modele-convention`;
  const PERIMEE = 99;
  const modele = { articles: MODELE_DU_GUIDE, motif: 'Relu', numero: PERIMEE };
  return {
    'GET /api/cooperatives/:cooperativeId/conventions': (m) => ({
      chemin: `/api/cooperatives/${m.ids.cooperative}/conventions`,
    }),
    'GET /api/cooperatives/:cooperativeId/convention-en-vigueur': (m) => ({
      chemin: `/api/cooperatives/${m.ids.cooperative}/convention-en-vigueur`,
    }),
    'POST /api/conventions': (m) => ({
      chemin: '/api/conventions',
      corps: { cooperativeId: m.ids.cooperative, dureeMois: 12 },
    }),
    'GET /api/conventions/:id': (m) => ({ chemin: convention(m) }),
    'PUT /api/conventions/:id/parties': (m) => ({
      chemin: convention(m, '/parties'),
      corps: { parties: [{ genre: 'ARS', nom: 'ARS' }], version: PERIMEE },
    }),
    'GET /api/conventions/:id/texte': (m) => ({ chemin: convention(m, '/texte?jour=2026-06-01') }),
    'POST /api/conventions/:id/avenants': (m) => ({
      chemin: convention(m, '/avenants'),
      corps: { genre: 'AVENANT', objet: 'Un membre entre' },
    }),
    'POST /api/conventions/:id/resiliation': (m) => ({
      chemin: convention(m, '/resiliation'),
      corps: { partieId: m.ids.partie, recueLe: '2026-06-01', motif: 'Fin', version: PERIMEE },
    }),
    'POST /api/conventions/:id/departs': (m) => ({
      chemin: convention(m, '/departs'),
      corps: { structureId: m.ids.structure, demandeLe: '2026-06-01', motif: 'Recentrage' },
    }),
    'PUT /api/conventions/:id/departs/:departId/consultation': (m) => ({
      chemin: convention(m, `/departs/${m.ids.depart}/consultation`),
      corps: { consulteLe: '2026-06-01', compteRendu: 'Sans objection', version: PERIMEE },
    }),
    'DELETE /api/conventions/:id/departs/:departId': (m) => ({ chemin: convention(m, `/departs/${m.ids.depart}`) }),
    'GET /api/actes/:id': (m) => ({ chemin: acte(m) }),
    'PATCH /api/actes/:id': (m) => ({ chemin: acte(m), corps: { objet: 'Autre', version: PERIMEE } }),
    'POST /api/actes/:id/transitions': (m) => ({
      chemin: acte(m, '/transitions'),
      corps: { vers: 'RELECTURE', version: PERIMEE },
    }),
    'POST /api/actes/:id/remarques': (m) => ({
      chemin: acte(m, '/remarques'),
      corps: { article: '1', texte: 'À préciser' },
    }),
    'PATCH /api/actes/:id/remarques/:remarqueId': (m) => ({
      chemin: acte(m, `/remarques/${m.ids.remarque}`),
      corps: { traitee: true },
    }),
    'POST /api/actes/:id/signatures': (m) => ({
      chemin: acte(m, '/signatures'),
      corps: { partieId: m.ids.partie, signeLe: '2026-06-01', pieceId: randomUUID() },
    }),
    'POST /api/actes/:id/codes': (m) => ({ chemin: acte(m, '/codes'), corps: { partieId: m.ids.partie } }),
    'POST /api/actes/:id/signatures-en-ligne': (m) => ({
      chemin: acte(m, '/signatures-en-ligne'),
      corps: { partieId: m.ids.partie, code: '000000' },
    }),
    'GET /api/actes/:id/document.pdf': (m) => ({ chemin: acte(m, '/document.pdf') }),
    'GET /api/actes/:id/copie.pdf': (m) => ({ chemin: acte(m, '/copie.pdf') }),
    'GET /api/actes/:id/document.docx': (m) => ({ chemin: acte(m, '/document.docx') }),
    'GET /api/actes/:id/logos/:partieId': (m) => ({ chemin: acte(m, `/logos/${m.ids.partie}`) }),
    'GET /api/regions/:region/modele-convention': (m) => ({ chemin: modeleDe(m) }),
    'PUT /api/regions/:region/modele-convention': (m) => ({ chemin: modeleDe(m), corps: modele }),
    'POST /api/regions/:region/modele-convention/apercu': (m) => ({ chemin: `${modeleDe(m)}/apercu`, corps: modele }),
  };
}
