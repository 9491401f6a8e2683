import { structuresDemonstration } from './structures';
import type { DemoCompte } from './types';

const delegations: [departementCode: string, departement: string, prenom: string, nom: string][] = [
  ['78', 'des Yvelines', 'Camille', 'Rivoire'],
  ['92', 'des Hauts-de-Seine', 'Antoine', 'Baudry'],
  ['93', 'de Seine-Saint-Denis', 'Malika', 'Saadi'],
  ['94', 'du Val-de-Marne', 'Estelle', 'Charrier'],
  ['95', 'du Val-d’Oise', 'Rémi', 'Fontanel'],
];

/** Comptes de démonstration ; le mot de passe commun est celui que le chargeur leur donne. */
export const comptesDemonstration: DemoCompte[] = [
  {
    courriel: 'admin@demo.test',
    prenom: 'Florence',
    nom: 'Aubert',
    libelle: 'Administratrice régionale, siège de l’agence',
    role: 'ADMIN_REGIONAL',
  },
  {
    courriel: 'evaluateur@demo.test',
    prenom: 'Paul',
    nom: 'Nguyen',
    libelle: 'Évaluateur régional, département Méthodologie, innovation et participation des habitants',
    role: 'EVALUATEUR_REGIONAL',
  },
  ...delegations.map(([departementCode, departement, prenom, nom]): DemoCompte => ({
    courriel: `dd${departementCode}@demo.test`,
    prenom,
    nom,
    libelle: `Coordination, délégation départementale ${departement}`,
    role: 'COORDINATEUR_DD',
    departementCode,
  })),
  {
    courriel: 'copilote93@demo.test',
    prenom: 'Karim',
    nom: 'Belkacem',
    libelle: 'Coordinateur du contrat local de santé de Montfermeil, copilote de la coopérative « diabète »',
    role: 'COPILOTE',
    departementCode: '93',
    cooperative: 'diabete-93',
  },
  {
    courriel: 'habitant93@demo.test',
    prenom: 'Rosa',
    nom: 'Da Silva',
    libelle: 'Habitante de Clichy-sous-Bois, ambassadrice, membre du comité de pilotage',
    role: 'MEMBRE_COPIL',
    departementCode: '93',
    cooperative: 'diabete-93',
  },
  {
    courriel: 'evaluateur-externe93@demo.test',
    prenom: 'Marion',
    nom: 'Lacaze',
    libelle: 'Évaluatrice externe de la coopérative « diabète »',
    role: 'EVALUATEUR_EXTERNE',
    departementCode: '93',
    cooperative: 'diabete-93',
  },
  ...structuresDemonstration.map(({ cle, nom, contact }): DemoCompte => ({
    courriel: contact.courriel,
    prenom: contact.prenom,
    nom: contact.nom,
    libelle: `${contact.fonction}, ${nom}`,
    role: 'PARTENAIRE',
    structure: cle,
  })),
];
