import type { Demande } from './demandes';
import type { Monde } from './monde';

/** One valid call for each route of the annual report. */
export function demandesBilanAnnuel(): Record<string, (m: Monde) => Demande> {
  const bilan = (m: Monde, suite = ''): string => `/api/bilans-annuels/${m.ids.bilanAnnuel}${suite}`;
  const PERIMEE = 99;
  return {
    'GET /api/bilans-annuels': (m) => ({ chemin: `/api/bilans-annuels?cooperative=${m.ids.cooperative}` }),
    'POST /api/bilans-annuels': (m) => ({
      chemin: '/api/bilans-annuels',
      corps: { cooperativeId: m.ids.cooperative, annee: 2026 },
    }),
    'GET /api/bilans-annuels/:id': (m) => ({ chemin: bilan(m) }),
    'PATCH /api/bilans-annuels/:id': (m) => ({ chemin: bilan(m), corps: { synthese: 'Une autre', version: PERIMEE } }),
    'PUT /api/bilans-annuels/:id/reunion': (m) => ({
      chemin: bilan(m, '/reunion'),
      corps: { reunionId: null, version: PERIMEE },
    }),
    'PUT /api/bilans-annuels/:id/volets/:ficheActionId': (m) => ({
      chemin: bilan(m, `/volets/${m.ids.ficheAction}`),
      corps: { synthese: 'Une année pleine', version: PERIMEE },
    }),
    'PUT /api/bilans-annuels/:id/decisions/:ficheActionId': (m) => ({
      chemin: bilan(m, `/decisions/${m.ids.ficheAction}`),
      corps: { decision: 'RECONDUITE', motif: 'Elle marche', version: PERIMEE },
    }),
    'POST /api/bilans-annuels/:id/transitions': (m) => ({
      chemin: bilan(m, '/transitions'),
      corps: { vers: 'ADOPTE', version: PERIMEE },
    }),
    'GET /api/bilans-annuels/:id/document.pdf': (m) => ({ chemin: bilan(m, '/document.pdf') }),
    'GET /api/bilans-annuels/:id/document.docx': (m) => ({ chemin: bilan(m, '/document.docx?diffusion=true') }),
    'GET /api/bilans-annuels/:id/actions/:ficheActionId/document.pdf': (m) => ({
      chemin: bilan(m, `/actions/${m.ids.ficheAction}/document.pdf`),
    }),
  };
}
