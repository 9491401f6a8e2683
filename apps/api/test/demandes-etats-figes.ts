import { randomUUID } from 'node:crypto';
import type { Demande } from './demandes';
import type { Monde } from './monde';

/** One valid call for each route of the frozen states. */
export function demandesEtatsFiges(): Record<string, (m: Monde) => Demande> {
  const etat = (m: Monde, suite = ''): string => `/api/etats-figes/${m.ids.etatFige}${suite}`;
  return {
    'POST /api/etats-figes': (m) => ({
      chemin: '/api/etats-figes',
      corps: { nom: `Monde ${randomUUID()}`, trimestre: '2026-T2', departement: m.ressource.departementCode },
    }),
    'GET /api/etats-figes/:id': (m) => ({ chemin: etat(m) }),
    'GET /api/etats-figes/:id/verification': (m) => ({ chemin: etat(m, '/verification') }),
    'GET /api/etats-figes/:id/differences': (m) => ({ chemin: etat(m, '/differences') }),
  };
}
