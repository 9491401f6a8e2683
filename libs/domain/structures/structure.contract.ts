import { Booleen, Choix, Identifiant, Texte, TexteFormate, TexteLong, TexteVerifie, Version } from '../commun/champs';
import { Courriel } from '../commun/courriel';
import { PageDemandee } from '../commun/page.contract';
import type { ConventionTouchee } from '../conventions/convention.contract';
import { nettoyerIdentifiant, verifierFiness, verifierRna, verifierSiren, verifierSiret } from './identifiants.rules';

export const FORMES_JURIDIQUES = [
  'ASSOCIATION',
  'SCIC',
  'FONDS_DOTATION',
  'SISA',
  'GCS',
  'GCSMS',
  'GIE',
  'UNION_ASSOCIATIONS',
  'ETABLISSEMENT_PUBLIC_SANTE',
  'COLLECTIVITE',
  'SOCIETE',
  'ADMINISTRATION',
] as const;
export type FormeJuridique = (typeof FORMES_JURIDIQUES)[number];

export const LIBELLES_FORMES: Record<FormeJuridique, string> = {
  ASSOCIATION: 'Association loi 1901',
  SCIC: 'Société coopérative d’intérêt collectif (SCIC)',
  FONDS_DOTATION: 'Fonds de dotation',
  SISA: 'Société interprofessionnelle de soins ambulatoires (SISA)',
  GCS: 'Groupement de coopération sanitaire (GCS)',
  GCSMS: 'Groupement de coopération sociale et médico-sociale (GCSMS)',
  GIE: 'Groupement d’intérêt économique (GIE)',
  UNION_ASSOCIATIONS: 'Union d’associations',
  ETABLISSEMENT_PUBLIC_SANTE: 'Établissement public de santé',
  COLLECTIVITE: 'Collectivité territoriale',
  SOCIETE: 'Société',
  ADMINISTRATION: 'Administration',
};

/** What is written of a structure (create and edit forms). */
export class StructureSaisie {
  @Texte({ libelle: 'Nom', requis: true, max: 200 }) nom!: string;
  @Texte({ libelle: 'Sigle', max: 30 }) sigle?: string | null;
  @Choix(FORMES_JURIDIQUES, { libelle: 'Forme juridique', requis: true }) formeJuridique!: FormeJuridique;
  @Booleen({ libelle: 'Agrément ESUS' }) agrementEsus?: boolean | null;
  @TexteVerifie({ libelle: 'SIRET', nettoyer: nettoyerIdentifiant, verifier: verifierSiret }) siret?: string | null;
  /** Derived from the SIRET when there is one. */
  @TexteVerifie({ libelle: 'SIREN', nettoyer: nettoyerIdentifiant, verifier: verifierSiren }) siren?: string | null;
  @TexteVerifie({ libelle: 'RNA', nettoyer: nettoyerIdentifiant, verifier: verifierRna }) rna?: string | null;
  @TexteVerifie({ libelle: 'FINESS', nettoyer: nettoyerIdentifiant, verifier: verifierFiness }) finess?: string | null;
  @Identifiant({ libelle: 'Secteur', requis: true }) secteurId!: string;
  @Texte({ libelle: 'Adresse', max: 300 }) adresse?: string | null;
  @TexteFormate({
    libelle: 'Commune',
    motif: /^[0-9AB]{5}$/,
    attendu: 'choisir une commune dans la liste',
    requis: true,
  })
  communeCode!: string;
  @Texte({ libelle: 'Téléphone', max: 30 }) telephone?: string | null;
  @Courriel({ libelle: 'Courriel' }) courriel?: string | null;
  @TexteLong({ libelle: 'Présentation', max: 2000 }) presentation?: string | null;
}

export class StructureModifiee extends StructureSaisie {
  @Version() version!: number;
}

/** Filters of the list of structures. */
export class StructuresDemandees extends PageDemandee {
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
  @Identifiant({ libelle: 'Secteur' }) secteur?: string;
  @Identifiant({ libelle: 'Coopérative' }) cooperative?: string;
}

export interface StructureLigne {
  id: string;
  nom: string;
  sigle: string | null;
  formeJuridique: FormeJuridique;
  secteurId: string;
  secteur: string;
  communeCode: string;
  commune: string;
  departementCode: string;
  siret: string | null;
  /** CAs that the reader may see and of which the structure is a member today. */
  cooperatives: number;
  demonstration: boolean;
}

export interface StructureLue extends StructureSaisie {
  id: string;
  regionCode: string;
  departementCode: string;
  secteur: string;
  commune: string;
  version: number;
  demonstration: boolean;
  /** Hash of its logo, by which the address of the image changes with it; null without one. */
  logo: string | null;
  cooperatives: { id: string; intitule: string; debut: string; fin: string | null }[];
  contacts: ContactLu[];
  /** For who may edit it: conventions in force that name it (R7). */
  conventions: ConventionTouchee[];
  /** Operations open to the reader on this structure. */
  operations: string[];
}

/** What tells a possible duplicate: same SIRET, RNA or FINESS, or nearly the same name in the same commune. */
export class DoublonsDemandes {
  @Texte({ libelle: 'Nom', max: 200 }) nom?: string;
  @Texte({ libelle: 'SIRET', max: 30 }) siret?: string;
  @Texte({ libelle: 'RNA', max: 30 }) rna?: string;
  @Texte({ libelle: 'FINESS', max: 30 }) finess?: string;
  @Texte({ libelle: 'Commune', max: 5 }) communeCode?: string;
}

export interface Doublon {
  id: string;
  nom: string;
  commune: string;
  departementCode: string;
  siret: string | null;
  /** Why it is thought to be the same: `SIRET`, `RNA`, `FINESS` or `NOM`. */
  motif: 'SIRET' | 'RNA' | 'FINESS' | 'NOM';
}

export class ContactSaisie {
  @Texte({ libelle: 'Prénom', requis: true, max: 80 }) prenom!: string;
  @Texte({ libelle: 'Nom', requis: true, max: 80 }) nom!: string;
  @Texte({ libelle: 'Fonction', max: 120 }) fonction?: string | null;
  @Courriel({ libelle: 'Courriel' }) courriel?: string | null;
  @Texte({ libelle: 'Téléphone', max: 30 }) telephone?: string | null;
  @Booleen({ libelle: 'Contact principal' }) principal?: boolean | null;
}

export class ContactModifie extends ContactSaisie {
  @Version() version!: number;
}

export interface ContactLu extends ContactSaisie {
  id: string;
  version: number;
}

/** Invitation of a person of the structure to sign in as PARTENAIRE. */
export class InvitationPartenaire {
  @Texte({ libelle: 'Prénom', requis: true, max: 80 }) prenom!: string;
  @Texte({ libelle: 'Nom', requis: true, max: 80 }) nom!: string;
  @Courriel({ libelle: 'Courriel', requis: true }) courriel!: string;
}
