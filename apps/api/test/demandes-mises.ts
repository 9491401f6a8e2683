import type { Demande } from './demandes';
import type { Monde } from './monde';

/** One valid call for each route of mises à disposition. */
export function demandesMises(): Record<string, (m: Monde) => Demande> {
  const mise = (m: Monde, suite = ''): string => `/api/mises-a-disposition/${m.ids.mise}${suite}`;
  const PERIMEE = 99;
  const saisie = (m: Monde) => ({
    ...{
      genre: 'MOYENS',
      intitule: 'Une salle',
      moyens: 'Une salle',
      debut: '2026-01-01',
      fin: '2026-12-31',
      tva: false,
    },
    ...{ clePreteur: 5000, beneficiaires: [{ structureId: m.ids.autreStructure, cle: 5000 }], couts: [] },
  });
  return {
    'POST /api/mises-a-disposition': (m) => ({
      chemin: '/api/mises-a-disposition',
      corps: { ...saisie(m), cooperativeId: m.ids.cooperative, structureId: m.ids.structure },
    }),
    'GET /api/mises-a-disposition/:id': (m) => ({ chemin: mise(m) }),
    'PATCH /api/mises-a-disposition/:id': (m) => ({ chemin: mise(m), corps: { ...saisie(m), version: PERIMEE } }),
    'DELETE /api/mises-a-disposition/:id': (m) => ({ chemin: mise(m) }),
    'POST /api/mises-a-disposition/:id/transitions': (m) => ({
      chemin: mise(m, '/transitions'),
      corps: { vers: 'TERMINEE', le: '2026-06-30', version: PERIMEE },
    }),
    'POST /api/mises-a-disposition/:id/remplacement': (m) => ({ chemin: mise(m, '/remplacement') }),
    'PUT /api/mises-a-disposition/:id/approbations/:structureId': (m) => ({
      chemin: mise(m, `/approbations/${m.ids.structure}`),
      corps: { version: PERIMEE },
    }),
    'PUT /api/mises-a-disposition/:id/couts-reels': (m) => ({
      chemin: mise(m, '/couts-reels'),
      corps: { couts: [], version: PERIMEE },
    }),
    'POST /api/mises-a-disposition/:id/periodes': (m) => ({
      chemin: mise(m, '/periodes'),
      corps: { debut: '2026-01-01', fin: '2026-01-31', cout: 1 },
    }),
    'DELETE /api/mises-a-disposition/:id/periodes/:periodeId': (m) => ({
      chemin: mise(m, `/periodes/${m.ids.periode}`),
    }),
    'PATCH /api/mises-a-disposition/:id/appels/:appelId': (m) => ({
      chemin: mise(m, `/appels/${m.ids.appel}`),
      corps: { version: PERIMEE },
    }),
    'GET /api/mises-a-disposition/:id/document.pdf': (m) => ({ chemin: mise(m, '/document.pdf') }),
    'GET /api/mises-a-disposition/:id/document.docx': (m) => ({ chemin: mise(m, '/document.docx') }),
  };
}
