import type { Jour } from '@coopilote/domain/commun';
import type { ActeLu, CompteRenduFinancierLu, EngagementLu, FinancementLu } from '@coopilote/domain/financement';
import type { ClientDemonstration } from './client';
import type { DemoCooperative } from './donnees';
import { trouver, type Correspondance } from './programme';

/** Invented amounts, in cents: enough for some structures to pass the limit of R4, and for others to stay under it. */
const BASE = 640_000;
const PAS = 315_000;
const TOUR = 5;
const COLLECTIVITE = 1_800_000;
const NATURE = 425_050;
const ACOMPTE = 0.7;
/** What the budget of the current year still waits for, one CA in two (R14). */
const MANQUE = 150_000;

/** The money of a CA over two years: the last one closed and paid, the current one still being engaged. */
export async function loadFunding(
  dd: ClientDemonstration,
  cooperativeId: string,
  ca: DemoCooperative,
  liens: Correspondance,
  aujourdhui: Jour,
  partenaire: (structure: string) => Promise<ClientDemonstration>,
): Promise<void> {
  const annee = Number(aujourdhui.slice(0, 4));
  await loadYear(dd, cooperativeId, ca, liens, { annee: annee - 1, aujourdhui, manque: 0 });
  await loadYear(dd, cooperativeId, ca, liens, { annee, aujourdhui, manque: ca.cle.length % 2 ? MANQUE : 0 });
  await loadAccount(cooperativeId, ca, liens, annee - 1, partenaire);
}

function membersOf({ adhesions }: DemoCooperative, annee: number): string[] {
  const [debut, fin] = [`${annee}-01-01`, `${annee}-12-31`];
  return adhesions.filter((a) => a.debut <= fin && (!a.fin || a.fin >= debut)).map((a) => a.structure);
}

function fundedActions(ca: DemoCooperative, annee: number): DemoCooperative['actions'] {
  const [debut, fin] = [`${annee}-01-01`, `${annee}-12-31`];
  const membres = membersOf(ca, annee);
  return ca.actions.filter(
    (a) =>
      ['VALIDEE', 'EN_COURS', 'TERMINEE'].includes(a.etat) &&
      membres.includes(a.structure) &&
      a.calendrierDebut <= fin &&
      a.calendrierFin >= debut,
  );
}

async function loadYear(
  dd: ClientDemonstration,
  cooperativeId: string,
  ca: DemoCooperative,
  liens: Correspondance,
  { annee, aujourdhui, manque }: { annee: number; aujourdhui: Jour; manque: number },
): Promise<void> {
  const membres = membersOf(ca, annee);
  const actions = fundedActions(ca, annee);
  const commun = { cooperativeId, annee };
  for (const [rang, action] of actions.entries()) {
    const montant = BASE + (rang % TOUR) * PAS;
    const engagement = await dd.post<EngagementLu>('/api/engagements', {
      ...commun,
      structureId: trouver(liens.structures, action.structure),
      ficheActionId: trouver(liens.actions, action.cle).id,
      nature: rang % TOUR === TOUR - 1 ? 'ARS_AUTRE' : 'ARS_FIR',
      financeur: 'ARS Île-de-France',
      montant,
      objet: 'Montant inventé pour la démonstration',
    });
    const acompte = Math.round(montant * ACOMPTE);
    for (const [libelle, prevuLe, part] of [
      ['Acompte', `${annee}-03-31`, acompte],
      ['Solde', `${annee}-11-30`, montant - acompte],
    ] as const) {
      const verseLe = prevuLe <= aujourdhui ? prevuLe : null;
      const versement = { genre: 'VERSEMENT', montant: part, prevuLe, verseLe, libelle };
      await dd.post(`/api/engagements/${engagement.id}/versements`, versement);
    }
  }
  const [premiere, ...suite] = membres.map((structure) => trouver(liens.structures, structure));
  if (!premiere) return;
  await dd.post(`/api/cooperatives/${cooperativeId}/repartitions`, {
    ...{ annee, nature: 'COLLECTIVITE', financeur: 'Collectivité du territoire', montant: COLLECTIVITE },
    cles: [premiere, ...suite.slice(0, 2)].map((structureId, rang) => ({ structureId, cle: 3 - rang })),
  });
  await dd.post('/api/engagements', { ...commun, structureId: premiere, nature: 'NATURE', montant: NATURE });
  const lu = await dd.get<FinancementLu>(`/api/cooperatives/${cooperativeId}/financement?annee=${annee}`);
  await dd.put(`/api/cooperatives/${cooperativeId}/budgets/${annee}`, { montant: lu.engage + manque });
  await loadActs(dd, lu, commun);
}

/** Conventions are signed; a décision waits for the letter that its structure has to send (R5). */
async function loadActs(
  dd: ClientDemonstration,
  { parStructure }: FinancementLu,
  commun: { cooperativeId: string; annee: number },
): Promise<void> {
  for (const { structureId, forme } of parStructure ?? []) {
    if (!forme) continue;
    const acte = await dd.post<ActeLu>('/api/actes-financement', { ...commun, structureId, duree: 1 });
    if (forme !== 'CONVENTION') continue;
    const signeLe = `${commun.annee}-02-15`;
    await dd.post(`/api/actes-financement/${acte.id}/signature`, { signeLe, version: acte.version });
  }
}

/** One structure has already told what became of last year's subsidy. */
async function loadAccount(
  cooperativeId: string,
  ca: DemoCooperative,
  liens: Correspondance,
  annee: number,
  partenaire: (structure: string) => Promise<ClientDemonstration>,
): Promise<void> {
  const action = fundedActions(ca, annee)[0];
  if (!action) return;
  const qui = await partenaire(action.structure);
  const { id, contenu, version } = await qui.post<CompteRenduFinancierLu>('/api/comptes-rendus-financiers', {
    ...{ cooperativeId, annee },
    structureId: trouver(liens.structures, action.structure),
    ficheActionId: trouver(liens.actions, action.cle).id,
  });
  const recu = contenu.lignes.find(({ compte }) => compte === '74') ?? { prevu: 0, realise: 0 };
  const lignes = contenu.lignes.map((l) =>
    l.compte === '64' ? { ...l, prevu: recu.prevu, realise: recu.realise } : l,
  );
  const ecrit = await qui.patch<CompteRenduFinancierLu>(`/api/comptes-rendus-financiers/${id}`, {
    ...contenu,
    lignes,
    version,
  });
  await qui.post(`/api/comptes-rendus-financiers/${id}/transitions`, { vers: 'TRANSMIS', version: ecrit.version });
}
