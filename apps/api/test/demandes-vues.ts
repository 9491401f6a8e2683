import { randomUUID } from 'node:crypto';
import type { Demande } from './demandes';
import type { Monde } from './monde';

/** One valid call for each route of the views: that of the world is shared with its département. */
export function demandesVues(): Record<string, (m: Monde) => Demande> {
  const vue = (m: Monde, suite = ''): string => `/api/vues/${m.ids.vue}${suite}`;
  const saisie = (m: Monde) => ({
    nom: `Vue ${randomUUID()}`,
    requete: 'axe=territoire',
    partage: 'DEPARTEMENT',
    departement: m.ressource.departementCode,
  });
  return {
    'POST /api/vues': (m) => ({ chemin: '/api/vues', corps: saisie(m) }),
    'PATCH /api/vues/:id': (m) => ({ chemin: vue(m), corps: { ...saisie(m), version: 1 }, operation: null }),
    'DELETE /api/vues/:id': (m) => ({ chemin: vue(m), operation: 'vue.retirer' }),
    'PUT /api/vues/:id/suivi': (m) => ({ chemin: vue(m, '/suivi'), corps: { parDefaut: true, rythme: 'SEMAINE' } }),
  };
}
