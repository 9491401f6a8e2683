/** The seven roles (guide 5.1; one person may hold several, each on a scope). */
export const ROLES = [
  'ADMIN_REGIONAL',
  'EVALUATEUR_REGIONAL',
  'COORDINATEUR_DD',
  'COPILOTE',
  'PARTENAIRE',
  'MEMBRE_COPIL',
  'EVALUATEUR_EXTERNE',
] as const;
export type Role = (typeof ROLES)[number];

export const LIBELLES_ROLES: Record<Role, string> = {
  ADMIN_REGIONAL: 'Administration régionale',
  EVALUATEUR_REGIONAL: 'Évaluation régionale',
  COORDINATEUR_DD: 'Coordination, délégation départementale',
  COPILOTE: 'Copilote de la coopérative',
  PARTENAIRE: 'Structure partenaire',
  MEMBRE_COPIL: 'Membre du comité de pilotage',
  EVALUATEUR_EXTERNE: 'Évaluation externe',
};

/** Kind of scope on which a role is given. */
export type PorteeRole = 'region' | 'departement' | 'cooperative' | 'structure';

export const PORTEE_ROLE: Record<Role, PorteeRole> = {
  ADMIN_REGIONAL: 'region',
  EVALUATEUR_REGIONAL: 'region',
  COORDINATEUR_DD: 'departement',
  COPILOTE: 'cooperative',
  PARTENAIRE: 'structure',
  MEMBRE_COPIL: 'cooperative',
  EVALUATEUR_EXTERNE: 'cooperative',
};

/** A role held by a person on a scope, in force today. */
export interface Attribution {
  id: string;
  role: Role;
  regionCode: string;
  /** Set for COORDINATEUR_DD. */
  departementCode: string | null;
  /** Set for COPILOTE, MEMBRE_COPIL and EVALUATEUR_EXTERNE. */
  cooperativeId: string | null;
  /** Set for PARTENAIRE. */
  structureId: string | null;
  /** For PARTENAIRE: the CAs of which the structure is a member; else the CA of the scope, if any. */
  cooperatives: string[];
}

/** Who is asking. */
export interface Identite {
  utilisateurId: string;
  courriel: string;
  prenom: string;
  nom: string;
  attributions: Attribution[];
}
