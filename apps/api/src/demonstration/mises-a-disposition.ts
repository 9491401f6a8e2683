import { ajouterJours, type Jour } from '@coopilote/domain/commun';
import type { MiseADispositionLue } from '@coopilote/domain/financement';
import { horlogeVecue, type ClientDemonstration } from './client';
import type { DemoCooperative } from './donnees';
import { trouver, type Correspondance } from './programme';

const MISES = '/api/mises-a-disposition';
const JOURS_D_APPROBATION = 40;

/** Invented for the demonstration: a person shared for the workshops of 93, signed and invoiced once; a software of 78, in approval. */
const SCENARIOS = {
  'diabete-93': {
    preteur: 'ccas-montfermeil',
    beneficiaires: ['jardins-plateau', 'diabete-quartiers'],
    action: 'dia-cuisine',
    saisie: {
      genre: 'PERSONNEL',
      intitule: 'Animatrice des ateliers cuisine, partagée entre trois structures',
      contexte:
        'Les ateliers cuisine se tiennent dans trois lieux. Un seul poste les anime, recruté par le CCAS, plutôt que trois fractions de poste.',
      fonction: 'Animatrice en alimentation',
      quotite: 6000,
      clePreteur: 4000,
      cles: [3500, 2500],
      tva: false,
      motifSansTva: 'opérations entre organismes sans but lucratif, hors du champ de la taxe',
      obligationsPreteur:
        'Le CCAS reste l’employeur : il verse le salaire, suit le temps de travail et assure la formation.\nIl présente chaque semestre le détail du coût réel.',
      obligationsBeneficiaires:
        'Chaque structure accueille la personne, lui donne les moyens d’animer les ateliers et signale toute absence au CCAS.\nElle règle sa part à trente jours.',
    },
    couts: { SALAIRE: 1_536_000, CHARGES: 614_400, FRAIS: 48_000 },
  },
  'publics-invisibles-78': {
    preteur: 'agglo-sqy',
    beneficiaires: ['ccas-trappes', 'cms-trappes', 'au-devant'],
    action: null,
    saisie: {
      genre: 'MOYENS',
      intitule: 'Logiciel de prise de rendez-vous commun',
      contexte: 'Un seul abonnement pour les permanences d’accès aux droits, négocié ensemble.',
      moyens: 'Abonnement annuel, paramétrage et formation des équipes des quatre structures.',
      clePreteur: 2500,
      cles: [2500, 2500, 2500],
      tva: true,
      tauxTva: 2000,
      obligationsPreteur: 'L’agglomération porte le contrat avec l’éditeur et l’assistance aux équipes.',
      obligationsBeneficiaires: 'Chaque structure désigne ses utilisateurs et tient à jour ses créneaux.',
    },
    couts: { PRESTATION: 480_000, AUTRE: 90_000 },
  },
} as const;

/** What the structures of a CA lend each other: written by the lender, approved by each. */
export async function loadLending(
  dd: ClientDemonstration,
  cooperativeId: string,
  cle: DemoCooperative['cle'],
  liens: Correspondance,
  aujourdhui: Jour,
  partenaire: (structure: string) => Promise<ClientDemonstration>,
): Promise<void> {
  if (cle !== 'diabete-93' && cle !== 'publics-invisibles-78') return;
  const { preteur, beneficiaires, action, couts, saisie } = SCENARIOS[cle];
  const { cles, ...champs } = saisie;
  // Two whole years, the past one and the current one: the first can be invoiced.
  const annee = Number(aujourdhui.slice(0, 4)) - 1;
  const [debut, fin] = [`${annee}-01-01`, `${annee + 1}-12-31`];
  const qui = await partenaire(preteur);
  const signe = `${annee}-01-20`;
  const creee = await horlogeVecue.au(ajouterJours(debut, -JOURS_D_APPROBATION), () =>
    qui.post<MiseADispositionLue>(MISES, {
      ...{ ...champs, cooperativeId, debut, fin, structureId: trouver(liens.structures, preteur) },
      porteurContratId: champs.genre === 'MOYENS' ? trouver(liens.structures, preteur) : null,
      ficheActionId: action ? trouver(liens.actions, action).id : null,
      beneficiaires: beneficiaires.map((structure, rang) => ({
        structureId: trouver(liens.structures, structure),
        cle: cles[rang] ?? 0,
      })),
      couts: [annee, annee + 1].flatMap((an) =>
        Object.entries(couts).map(([poste, prevu]) => ({ annee: an, poste, prevu })),
      ),
    }),
  );
  const envoyee = await qui.post<MiseADispositionLue>(`${MISES}/${creee.id}/transitions`, {
    ...{ vers: 'A_APPROUVER', version: creee.version },
  });
  if (cle === 'diabete-93') {
    await approveAll(dd, envoyee, { cseLe: ajouterJours(debut, -20), deliberationLe: ajouterJours(debut, -6) }, signe);
    await invoice(qui, creee.id, annee);
  } else {
    await approveOne(dd, envoyee, 0, { cseLe: `${annee}-01-05`, deliberationLe: `${annee}-01-12` });
  }
}

async function approveOne(
  dd: ClientDemonstration,
  { id, parties }: MiseADispositionLue,
  rang: number,
  saisie: object,
): Promise<MiseADispositionLue> {
  const { structureId = '', version } = parties[rang] ?? {};
  return dd.put<MiseADispositionLue>(`${MISES}/${id}/approbations/${structureId}`, { ...saisie, version });
}

/** Each board, then each signature; an association without a CSE says so. */
async function approveAll(
  dd: ClientDemonstration,
  envoyee: MiseADispositionLue,
  { cseLe, deliberationLe }: { cseLe: Jour; deliberationLe: Jour },
  signeLe: Jour,
): Promise<void> {
  const approbation = (rang: number): object => ({
    ...(rang === 1 ? { cseSansObjet: 'Moins de onze salariés' } : { cseLe }),
    ...(rang === 0 ? { avenantLe: deliberationLe } : {}),
    deliberationLe,
  });
  let mise = envoyee;
  for (const rang of mise.parties.keys()) mise = await approveOne(dd, mise, rang, approbation(rang));
  for (const rang of mise.parties.keys()) mise = await approveOne(dd, mise, rang, { ...approbation(rang), signeLe });
}

/** The first half of the first year: its real cost, split, invoiced to each, paid by the first. */
async function invoice(qui: ClientDemonstration, id: string, annee: number): Promise<void> {
  const { couts, version } = await qui.get<MiseADispositionLue>(`${MISES}/${id}`);
  const reels = couts.map(({ prevu, ...cout }) => ({ ...cout, reel: cout.annee === annee ? prevu - 1_237 : null }));
  await qui.put(`${MISES}/${id}/couts-reels`, { couts: reels, version });
  const { periodes } = await qui.post<MiseADispositionLue>(`${MISES}/${id}/periodes`, {
    ...{ debut: `${annee}-01-01`, fin: `${annee}-06-30`, cout: 1_095_433 },
  });
  for (const [rang, appel] of (periodes[0]?.appels ?? []).entries()) {
    await qui.patch(`${MISES}/${id}/appels/${appel.id}`, {
      ...{ montant: appel.ht, factureLe: `${annee}-07-10`, numero: `${annee}-0${41 + rang}`, version: appel.version },
      payeLe: rang === 0 ? `${annee}-08-04` : null,
    });
  }
}
