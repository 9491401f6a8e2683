import type { Demande } from './demandes';
import type { Monde } from './monde';

/** One valid call for each route of money. */
export function demandesFinancement(): Record<string, (m: Monde) => Demande> {
  const ca = (m: Monde, suite: string): string => `/api/cooperatives/${m.ids.cooperative}${suite}`;
  const engagement = (m: Monde, suite = ''): string => `/api/engagements/${m.ids.engagement}${suite}`;
  const acte = (m: Monde, suite = ''): string => `/api/actes-financement/${m.ids.acteFinancement}${suite}`;
  const compteRendu = (m: Monde, suite = ''): string =>
    `/api/comptes-rendus-financiers/${m.ids.compteRenduFinancier}${suite}`;
  const saisie = (m: Monde) => ({ structureId: m.ids.structure, annee: 2026, nature: 'ETAT', montant: 100 });
  const versement = { genre: 'VERSEMENT', montant: 10, prevuLe: '2026-06-01' };
  const PERIMEE = 99;
  return {
    'GET /api/cooperatives/:cooperativeId/financement': (m) => ({ chemin: ca(m, '/financement?annee=2026') }),
    'PUT /api/cooperatives/:cooperativeId/budgets/:annee': (m) => ({
      chemin: ca(m, '/budgets/2026'),
      corps: { montant: 100, version: PERIMEE },
    }),
    'POST /api/cooperatives/:cooperativeId/repartitions': (m) => ({
      chemin: ca(m, '/repartitions'),
      corps: { annee: 2026, nature: 'ETAT', montant: 100, cles: [{ structureId: m.ids.structure, cle: 1 }] },
    }),
    'POST /api/engagements': (m) => ({
      chemin: '/api/engagements',
      corps: { ...saisie(m), cooperativeId: m.ids.cooperative },
    }),
    'GET /api/engagements/:id': (m) => ({ chemin: engagement(m) }),
    'PATCH /api/engagements/:id': (m) => ({ chemin: engagement(m), corps: { ...saisie(m), version: PERIMEE } }),
    'DELETE /api/engagements/:id': (m) => ({ chemin: engagement(m) }),
    'POST /api/engagements/:id/report': (m) => ({ chemin: engagement(m, '/report'), corps: { version: PERIMEE } }),
    'POST /api/engagements/:id/versements': (m) => ({ chemin: engagement(m, '/versements'), corps: versement }),
    'PATCH /api/engagements/:id/versements/:versementId': (m) => ({
      chemin: engagement(m, `/versements/${m.ids.versement}`),
      corps: { ...versement, version: PERIMEE },
    }),
    'DELETE /api/engagements/:id/versements/:versementId': (m) => ({
      chemin: engagement(m, `/versements/${m.ids.versement}`),
    }),
    'POST /api/actes-financement': (m) => ({
      chemin: '/api/actes-financement',
      corps: { cooperativeId: m.ids.cooperative, structureId: m.ids.structure, annee: 2026, duree: 1 },
    }),
    'GET /api/actes-financement/:id': (m) => ({ chemin: acte(m) }),
    'PATCH /api/actes-financement/:id': (m) => ({ chemin: acte(m), corps: { duree: 1, version: PERIMEE } }),
    'DELETE /api/actes-financement/:id': (m) => ({ chemin: acte(m) }),
    'POST /api/actes-financement/:id/signature': (m) => ({
      chemin: acte(m, '/signature'),
      corps: { signeLe: '2026-02-01', version: PERIMEE },
    }),
    'POST /api/comptes-rendus-financiers': (m) => ({
      chemin: '/api/comptes-rendus-financiers',
      corps: { cooperativeId: m.ids.cooperative, structureId: m.ids.structure, annee: 2026 },
    }),
    'GET /api/comptes-rendus-financiers/:id': (m) => ({ chemin: compteRendu(m) }),
    'PATCH /api/comptes-rendus-financiers/:id': (m) => ({
      chemin: compteRendu(m),
      corps: { lignes: [], version: PERIMEE },
    }),
    'POST /api/comptes-rendus-financiers/:id/transitions': (m) => ({
      chemin: compteRendu(m, '/transitions'),
      corps: { vers: 'A_COMPLETER', motif: 'Un total', version: PERIMEE },
      operation: 'engagement.modifier',
    }),
    'GET /api/comptes-rendus-financiers/:id/versions': (m) => ({ chemin: compteRendu(m, '/versions') }),
    'GET /api/comptes-rendus-financiers/:id/document.pdf': (m) => ({ chemin: compteRendu(m, '/document.pdf') }),
    'GET /api/comptes-rendus-financiers/:id/document.xlsx': (m) => ({ chemin: compteRendu(m, '/document.xlsx') }),
    'GET /api/actes-financement/:id/document.pdf': (m) => ({ chemin: acte(m, '/document.pdf') }),
    'GET /api/actes-financement/:id/document.docx': (m) => ({ chemin: acte(m, '/document.docx') }),
  };
}
