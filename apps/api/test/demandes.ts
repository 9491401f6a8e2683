import { randomUUID } from 'node:crypto';
import type { Operation } from '@coopilote/domain/droits';
import { demandesBilanAnnuel } from './demandes-bilan-annuel';
import { demandesConventions } from './demandes-conventions';
import { demandesEtatsFiges } from './demandes-etats-figes';
import { demandesFinancement } from './demandes-financement';
import { demandesVues } from './demandes-vues';
import { demandesMises } from './demandes-mises';
import { demandesGouvernance } from './demandes-gouvernance';
import { formulaireClasseur } from './classeurs';
import { png } from './images';
import type { Monde } from './monde';

/** How a route is called on a world: its address, its body, and the operation that decides when the route's own is wider. */
export interface Demande {
  chemin: string;
  corps?: object | FormData;
  /** Null for what nobody but its author may do: nobody of these callers. */
  operation?: Operation | null;
}

const unique = (): string => randomUUID().slice(0, 8).toUpperCase();

/** One valid call for each route that has a parameter or a body. A route that is not here fails the test. */
export const DEMANDES: Record<string, (m: Monde) => Demande> = {
  ...cooperatives(),
  ...actions(),
  ...structures(),
  ...siege(),
  ...demandesGouvernance(),
  ...demandesConventions(),
  ...demandesFinancement(),
  ...demandesMises(),
  ...demandesBilanAnnuel(),
  ...demandesEtatsFiges(),
  ...demandesVues(),
  ...pieces(),
};

function cooperatives(): Record<string, (m: Monde) => Demande> {
  const ca = (m: Monde, suite = ''): string => `/api/cooperatives/${m.ids.cooperative}${suite}`;
  const description = (m: Monde) => ({
    intitule: `CA ${unique()}`,
    debut: '2026-01-01',
    thematiques: [m.ids.listeValeur],
    publics: [m.ids.listeValeur],
    communes: [m.commune],
  });
  const etape = { phase: 'DIAGNOSTIC', genre: 'TACHE', intitule: 'Entretiens', etat: 'A_FAIRE' };
  const adhesion = { debut: '2026-01-01' };
  return {
    'POST /api/cooperatives': (m) => ({
      chemin: '/api/cooperatives',
      corps: { ...description(m), departementCode: m.ressource.departementCode },
    }),
    'GET /api/cooperatives/coordinateurs-possibles': (m) => ({
      chemin: `/api/cooperatives/coordinateurs-possibles?departement=${m.ressource.departementCode}`,
    }),
    'GET /api/cooperatives/:id': (m) => ({ chemin: ca(m) }),
    'PATCH /api/cooperatives/:id': (m) => ({ chemin: ca(m), corps: { ...description(m), version: 1 } }),
    'POST /api/cooperatives/:id/phase': (m) => ({
      chemin: ca(m, '/phase'),
      corps: { phase: 'DIAGNOSTIC', version: 1 },
    }),
    'GET /api/cooperatives/:id/arrivee/modele': (m) => ({ chemin: ca(m, '/arrivee/modele') }),
    'POST /api/cooperatives/:id/arrivee/verification': (m) => ({
      chemin: ca(m, '/arrivee/verification'),
      corps: formulaireClasseur('rien'),
    }),
    'POST /api/cooperatives/:id/arrivee': (m) => ({ chemin: ca(m, '/arrivee'), corps: formulaireClasseur('rien') }),
    'GET /api/cooperatives/:id/coordinateurs-possibles': (m) => ({ chemin: ca(m, '/coordinateurs-possibles') }),
    'GET /api/cooperatives/:id/synthese': (m) => ({ chemin: ca(m, '/synthese') }),
    'GET /api/cooperatives/:id/indicateurs': (m) => ({ chemin: ca(m, '/indicateurs') }),
    'GET /api/cooperatives/:id/suivi-actions': (m) => ({ chemin: ca(m, '/suivi-actions') }),
    'GET /api/cooperatives/:id/suivi-actions/classeur': (m) => ({ chemin: ca(m, '/suivi-actions/classeur') }),
    'POST /api/cooperatives/:id/suivi-actions/classeur': (m) => ({
      chemin: ca(m, '/suivi-actions/classeur'),
      corps: formulaireClasseur('rien'),
    }),
    'POST /api/cooperatives/:id/suivi-actions/classeur/application': (m) => ({
      chemin: ca(m, '/suivi-actions/classeur/application'),
      corps: formulaireClasseur('rien'),
    }),
    'GET /api/cooperatives/:cooperativeId/programme': (m) => ({ chemin: ca(m, '/programme') }),
    'GET /api/cooperatives/:cooperativeId/tableau-de-bord': (m) => ({ chemin: ca(m, '/tableau-de-bord') }),
    'GET /api/cooperatives/:cooperativeId/adhesions': (m) => ({ chemin: ca(m, '/adhesions') }),
    'POST /api/cooperatives/:cooperativeId/adhesions': (m) => ({
      chemin: ca(m, '/adhesions'),
      corps: { ...adhesion, structureId: m.ids.structure },
    }),
    'PATCH /api/cooperatives/:cooperativeId/adhesions/:id': (m) => ({
      chemin: ca(m, `/adhesions/${m.ids.adhesion}`),
      corps: { ...adhesion, version: 1 },
    }),
    'GET /api/cooperatives/:cooperativeId/objectifs': (m) => ({ chemin: ca(m, '/objectifs') }),
    'POST /api/cooperatives/:cooperativeId/objectifs': (m) => ({
      chemin: ca(m, '/objectifs'),
      corps: { niveau: 'GENERAL', intitule: 'Un objectif' },
    }),
    'PATCH /api/cooperatives/:cooperativeId/objectifs/:id': (m) => ({
      chemin: ca(m, `/objectifs/${m.ids.objectif}`),
      corps: { intitule: 'Un autre', version: 1 },
    }),
    'DELETE /api/cooperatives/:cooperativeId/objectifs/:id': (m) => ({ chemin: ca(m, `/objectifs/${m.ids.objectif}`) }),
    'POST /api/cooperatives/:cooperativeId/etapes': (m) => ({ chemin: ca(m, '/etapes'), corps: etape }),
    'PATCH /api/cooperatives/:cooperativeId/etapes/:id': (m) => ({
      chemin: ca(m, `/etapes/${m.ids.etape}`),
      corps: { ...etape, version: 1 },
    }),
    'DELETE /api/cooperatives/:cooperativeId/etapes/:id': (m) => ({ chemin: ca(m, `/etapes/${m.ids.etape}`) }),
  };
}

function actions(): Record<string, (m: Monde) => Demande> {
  const fiche = { intitule: 'Une action', calendrierDebut: '2026-01-01', calendrierFin: '2026-12-31' };
  const indicateur = { type: 'ACTIVITE', libelle: 'Séances', unite: 'SEANCES', modeAgregation: 'SOMME' };
  const campagne = (m: Monde, suite = ''): string => `/api/campagnes/${m.ids.campagne}${suite}`;
  const bilan = (m: Monde, suite = ''): string => `/api/bilans-trimestriels/${m.ids.bilan}${suite}`;
  return {
    'POST /api/fiches-actions': (m) => ({
      chemin: '/api/fiches-actions',
      corps: { ...fiche, cooperativeId: m.ids.cooperative, structureId: m.ids.structure },
    }),
    'GET /api/fiches-actions/:id': (m) => ({ chemin: `/api/fiches-actions/${m.ids.ficheAction}` }),
    'PATCH /api/fiches-actions/:id': (m) => ({
      chemin: `/api/fiches-actions/${m.ids.brouillon}`,
      corps: { ...fiche, version: 1 },
    }),
    'PUT /api/fiches-actions/:id/niveau-bilan': (m) => ({
      chemin: `/api/fiches-actions/${m.ids.ficheAction}/niveau-bilan`,
      corps: { niveau: 'COURANT', version: 99 },
    }),
    'PATCH /api/campagnes/:id': (m) => ({ chemin: campagne(m), corps: { echeance: '2026-07-31', version: 99 } }),
    'POST /api/campagnes/:id/transitions': (m) => ({
      chemin: campagne(m, '/transitions'),
      corps: { vers: 'CLOSE', motif: 'Fin', version: 99 },
    }),
    'POST /api/campagnes/clotures': (m) => ({
      chemin: '/api/campagnes/clotures',
      corps: { campagnes: [m.ids.vieilleCampagne], motif: 'Fin' },
    }),
    'POST /api/campagnes/:id/relances': (m) => ({ chemin: campagne(m, '/relances') }),
    'POST /api/fiches-actions/:id/transitions': (m) => ({
      chemin: `/api/fiches-actions/${m.ids.ficheAction}/transitions`,
      corps: { vers: 'TERMINEE', version: 1 },
      operation: 'fiche.valider',
    }),
    'GET /api/indicateurs': (m) => ({ chemin: `/api/indicateurs?ficheAction=${m.ids.ficheAction}` }),
    'POST /api/indicateurs': (m) => ({
      chemin: '/api/indicateurs',
      corps: { ...indicateur, ficheActionId: m.ids.brouillon },
    }),
    'PATCH /api/indicateurs/:id': (m) => ({
      chemin: `/api/indicateurs/${m.ids.indicateur}`,
      corps: { ...indicateur, version: 1 },
    }),
    'DELETE /api/indicateurs/:id': (m) => ({ chemin: `/api/indicateurs/${m.ids.indicateur}` }),
    'GET /api/bilans-trimestriels/:id': (m) => ({ chemin: bilan(m) }),
    'GET /api/bilans-trimestriels/:id/versions': (m) => ({ chemin: bilan(m, '/versions') }),
    'GET /api/bilans-trimestriels/:id/versions/:numero': (m) => ({ chemin: bilan(m, '/versions/1') }),
    'GET /api/bilans-trimestriels/:id/recu': (m) => ({ chemin: bilan(m, '/recu') }),
    'GET /api/bilans-trimestriels/:id/classeur': (m) => ({ chemin: bilan(m, '/classeur') }),
    'POST /api/bilans-trimestriels/:id/classeur': (m) => ({
      chemin: bilan(m, '/classeur'),
      corps: formulaireClasseur('rien'),
    }),
    'GET /api/bilans-trimestriels/:id/recu.pdf': (m) => ({ chemin: bilan(m, '/recu.pdf') }),
    'PATCH /api/bilans-trimestriels/:id': (m) => ({
      chemin: bilan(m),
      corps: { reponses: {}, valeurs: [], version: 1 },
    }),
    'GET /api/bilans-trimestriels/:id/contributions': (m) => ({ chemin: bilan(m, '/contributions') }),
    'POST /api/bilans-trimestriels/:id/contributions': (m) => ({
      chemin: bilan(m, '/contributions'),
      corps: { questions: ['freins'], nom: 'Léa', courriel: 'lea@example.test', jours: 7 },
    }),
    'DELETE /api/bilans-trimestriels/:id/contributions/:contributionId': (m) => ({
      chemin: bilan(m, `/contributions/${m.ids.contribution}`),
    }),
    'POST /api/bilans-trimestriels/:id/transitions': (m) => ({
      chemin: bilan(m, '/transitions'),
      corps: { vers: 'VALIDE', version: 99 },
      operation: 'bilan.valider',
    }),
  };
}

function structures(): Record<string, (m: Monde) => Demande> {
  const structure = (m: Monde, suite = ''): string => `/api/structures/${m.ids.structure}${suite}`;
  const description = (m: Monde) => ({
    nom: `Association ${unique()}`,
    formeJuridique: 'ASSOCIATION',
    secteurId: m.ids.listeValeur,
    communeCode: m.commune,
  });
  const personne = () => ({ prenom: 'Noa', nom: 'Invité', courriel: `${unique().toLowerCase()}@example.test` });
  const contact = { prenom: 'Noa', nom: 'Contact' };
  return {
    'POST /api/structures': (m) => ({ chemin: '/api/structures', corps: description(m) }),
    'GET /api/structures/:id': (m) => ({ chemin: structure(m) }),
    'PATCH /api/structures/:id': (m) => ({ chemin: structure(m), corps: { ...description(m), version: 1 } }),
    'GET /api/structures/:id/logo': (m) => ({ chemin: structure(m, '/logo') }),
    'PUT /api/structures/:id/logo': (m) => ({ chemin: structure(m, '/logo'), corps: formulaireLogo() }),
    'DELETE /api/structures/:id/logo': (m) => ({ chemin: structure(m, '/logo') }),
    'GET /api/structures/:id/comptes': (m) => ({ chemin: structure(m, '/comptes'), operation: 'structure.inviter' }),
    'POST /api/structures/:id/invitations': (m) => ({ chemin: structure(m, '/invitations'), corps: personne() }),
    'GET /api/structures/:id/contacts': (m) => ({ chemin: structure(m, '/contacts') }),
    'POST /api/structures/:id/contacts': (m) => ({ chemin: structure(m, '/contacts'), corps: contact }),
    'PATCH /api/structures/:id/contacts/:contactId': (m) => ({
      chemin: structure(m, `/contacts/${m.ids.contact}`),
      corps: { ...contact, version: 1 },
    }),
    'DELETE /api/structures/:id/contacts/:contactId': (m) => ({ chemin: structure(m, `/contacts/${m.ids.contact}`) }),
  };
}

function siege(): Record<string, (m: Monde) => Demande> {
  const compte = (m: Monde, suite = ''): string => `/api/utilisateurs/${m.ids.utilisateur}${suite}`;
  const commun = () => ({
    code: `C${unique()}`,
    libelle: 'Commun',
    type: 'ACTIVITE',
    unite: 'NOMBRE',
    modeAgregation: 'SOMME',
  });
  return {
    'POST /api/envois/:id/nouvel-essai': (m) => ({ chemin: `/api/envois/${m.ids.envoi}/nouvel-essai` }),
    'POST /api/listes': () => ({
      chemin: '/api/listes',
      corps: { liste: 'SECTEUR', code: `S${unique()}`, libelle: 'Secteur' },
    }),
    'PATCH /api/listes/:id': (m) => ({
      chemin: `/api/listes/${m.ids.listeValeur}`,
      corps: { libelle: 'Secteur', version: 1 },
    }),
    'DELETE /api/listes/:id': (m) => ({ chemin: `/api/listes/${m.ids.listeValeur}` }),
    'POST /api/indicateurs-communs': () => ({ chemin: '/api/indicateurs-communs', corps: commun() }),
    'PATCH /api/indicateurs-communs/:id': (m) => ({
      chemin: `/api/indicateurs-communs/${m.ids.indicateurCommun}`,
      corps: { ...commun(), version: 1 },
    }),
    'DELETE /api/indicateurs-communs/:id': (m) => ({ chemin: `/api/indicateurs-communs/${m.ids.indicateurCommun}` }),
    'GET /api/utilisateurs/:id': (m) => ({ chemin: compte(m) }),
    'PATCH /api/utilisateurs/:id': (m) => ({ chemin: compte(m), corps: { prenom: 'Alix', nom: 'Monde', version: 1 } }),
    'POST /api/utilisateurs': (m) => ({
      chemin: '/api/utilisateurs',
      corps: {
        prenom: 'Noa',
        nom: 'Invité',
        courriel: `${unique().toLowerCase()}@example.test`,
        role: 'PARTENAIRE',
        structureId: m.ids.structure,
      },
    }),
    'POST /api/utilisateurs/:id/invitation': (m) => ({ chemin: compte(m, '/invitation') }),
    'POST /api/utilisateurs/:id/desactivation': (m) => ({ chemin: compte(m, '/desactivation') }),
    'POST /api/utilisateurs/:id/reactivation': (m) => ({ chemin: compte(m, '/reactivation') }),
    'DELETE /api/utilisateurs/:id/attributions/:attributionId': (m) => ({
      chemin: compte(m, `/attributions/${m.ids.attribution}`),
    }),
  };
}

function formulaireLogo(): FormData {
  const formulaire = new FormData();
  formulaire.set('fichier', new Blob([new Uint8Array(png(64, 64))]), 'logo.png');
  return formulaire;
}

function pieces(): Record<string, (m: Monde) => Demande> {
  const chemin = (m: Monde): string => `/api/pieces?objet=COOPERATIVE&objetId=${m.ids.cooperative}`;
  const formulaire = new FormData();
  formulaire.set('fichier', new Blob(['Compte rendu']), 'compte-rendu.txt');
  return {
    'GET /api/pieces': (m) => ({ chemin: chemin(m) }),
    'POST /api/pieces': (m) => ({ chemin: chemin(m), corps: formulaire }),
    'GET /api/pieces/:id/contenu': (m) => ({ chemin: `/api/pieces/${m.ids.piece}/contenu` }),
    // A partner takes away what it deposited: pieces.api-spec.ts.
    'DELETE /api/pieces/:id': (m) => ({ chemin: `/api/pieces/${m.ids.piece}`, operation: 'cooperative.modifier' }),
  };
}
