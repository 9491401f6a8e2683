import { Choix, DateJour, Identifiant, Texte, Version } from '../commun/champs';
import { Courriel } from '../commun/courriel';
import { PageDemandee } from '../commun/page.contract';
import { type Attribution, ROLES, type Role } from './roles';

/** CNIL recommendation 2022-100: length before variety; twelve characters at least. */
export const LONGUEUR_MOT_DE_PASSE = 12;

export class Connexion {
  @Courriel({ libelle: 'Courriel', requis: true }) email!: string;
  @Texte({ libelle: 'Mot de passe', requis: true, max: 200 }) motDePasse!: string;
}

/** `GET /api/session`: who is signed in and what this person may do somewhere. */
export interface SessionLue {
  utilisateur: { id: string; courriel: string; prenom: string; nom: string };
  attributions: Attribution[];
  /** Operations that at least one attribution opens, on some scope. */
  operations: string[];
  demonstration: boolean;
}

export class CompteInvite {
  @Texte({ libelle: 'Prénom', requis: true, max: 80 }) prenom!: string;
  @Texte({ libelle: 'Nom', requis: true, max: 80 }) nom!: string;
  @Courriel({ libelle: 'Courriel', requis: true }) courriel!: string;
  @Choix(ROLES, { libelle: 'Rôle', requis: true }) role!: Role;
  @Texte({ libelle: 'Département', max: 3 }) departementCode?: string | null;
  @Identifiant({ libelle: 'Coopérative' }) cooperativeId?: string | null;
  @Identifiant({ libelle: 'Structure' }) structureId?: string | null;
  @DateJour({ libelle: 'Fin du rôle' }) fin?: string | null;
}

export class ComptesDemandes extends PageDemandee {
  @Choix(ROLES, { libelle: 'Rôle' }) role?: Role;
}

export interface CompteLu {
  id: string;
  courriel: string;
  prenom: string;
  nom: string;
  etat: 'INVITE' | 'ACTIF' | 'DESACTIVE' | 'VERROUILLE';
  derniereConnexion: string | null;
  attributions: (Attribution & { portee: string; fin: string | null })[];
  version: number;
}

export class CompteModifie {
  @Texte({ libelle: 'Prénom', requis: true, max: 80 }) prenom!: string;
  @Texte({ libelle: 'Nom', requis: true, max: 80 }) nom!: string;
  @Version() version!: number;
}

export class DemandeReinitialisation {
  @Courriel({ libelle: 'Courriel', requis: true }) courriel!: string;
}

export class MotDePasseChoisi {
  @Texte({ libelle: 'Mot de passe', requis: true, min: LONGUEUR_MOT_DE_PASSE, max: 200 }) motDePasse!: string;
}

/** `GET /api/liens/:jeton`. */
export interface LienLu {
  usage: 'INVITATION' | 'REINITIALISATION';
  courriel: string;
  prenom: string;
}

/** `GET /api/session/comptes-demo`: an account that the sign-in page proposes. */
export interface CompteDemonstration {
  courriel: string;
  /** Name, role and scope, e.g. « Malika Saadi – Coordination, délégation départementale (Seine-Saint-Denis) ». */
  libelle: string;
}

/** `GET /api/structures/:id/comptes`: a person who signs in for a structure. */
export type CompteStructureLu = Pick<CompteLu, 'id' | 'courriel' | 'prenom' | 'nom' | 'etat' | 'derniereConnexion'>;
