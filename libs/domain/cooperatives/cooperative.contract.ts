import {
  Booleen,
  Choix,
  DateJour,
  Entier,
  Identifiant,
  ListeCodes,
  ListeObjets,
  Texte,
  TexteFormate,
  TexteLong,
  Version,
} from '../commun/champs';
import { PageDemandee } from '../commun/page.contract';
import type { Avertissement } from './avertissements.rules';
import { NIVEAUX_OBJECTIF, type NiveauObjectif } from './objectif.rules';
import { PHASES, type Phase } from './phases.rules';

const CODE_COMMUNE = /^[0-9AB]{5}$/;

/** How the CA stands with one dispositif of the territory (annexe 1). */
export class LienDispositif {
  @Identifiant({ libelle: 'Dispositif', requis: true }) dispositifId!: string;
  @TexteLong({ libelle: 'Articulation', max: 2000 }) articulation?: string | null;
}

/** State of one choice principle or point of vigilance (guide 4.1, 4.2). */
export class PrincipeSaisi {
  @TexteFormate({ libelle: 'Principe', motif: /^[A-Z_]{3,60}$/, attendu: 'choisir dans la liste', requis: true })
  code!: string;
  @Booleen({ libelle: 'Respecté', requis: true }) respecte!: boolean;
  @TexteLong({ libelle: 'Commentaire', max: 2000 }) commentaire?: string | null;
}

/** What is written of a CA (create and edit forms). */
export class CooperativeSaisie {
  @Texte({ libelle: 'Intitulé', requis: true, max: 300 }) intitule!: string;
  @Texte({ libelle: 'Sigle', max: 30 }) sigle?: string | null;
  @TexteLong({ libelle: 'Présentation' }) presentation?: string | null;
  @DateJour({ libelle: 'Début', requis: true }) debut!: string;
  @DateJour({ libelle: 'Fin' }) fin?: string | null;
  @ListeCodes({ libelle: 'Thématiques', requis: true }) thematiques!: string[];
  @ListeCodes({ libelle: 'Populations', requis: true }) publics!: string[];
  @ListeCodes({ libelle: 'Communes', requis: true, motif: CODE_COMMUNE }) communes!: string[];
  @ListeCodes({ libelle: 'Quartiers prioritaires', motif: /^.{1,160}$/ }) qpv?: string[] | null;
  @ListeObjets(() => LienDispositif, { libelle: 'Dispositifs', max: 50 }) dispositifs?: LienDispositif[] | null;
  @ListeObjets(() => PrincipeSaisi, { libelle: 'Principes de choix', max: 17 }) principes?: PrincipeSaisi[] | null;
  @Texte({ libelle: 'Référent e-parcours', max: 160 }) eParcoursReferent?: string | null;
  /** R1: the DD's coordinator; the person who creates the CA unless told. */
  @Identifiant({ libelle: 'Coordination de la DD' }) coordinateurDdId?: string | null;
  /** R1: a second coordinator at most (CLS, ASV…), who holds the role COPILOTE on this CA. */
  @Identifiant({ libelle: 'Second coordinateur' }) copiloteId?: string | null;
}

export class CooperativeCreee extends CooperativeSaisie {
  @Texte({ libelle: 'Département', requis: true, max: 3 }) departementCode!: string;
}

export class CooperativeModifiee extends CooperativeSaisie {
  @Version() version!: number;
}

export class PhaseChangee {
  @Choix(PHASES, { libelle: 'Phase', requis: true }) phase!: Phase;
  @Version() version!: number;
}

export class CooperativesDemandees extends PageDemandee {
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
  @Identifiant({ libelle: 'Thématique' }) thematique?: string;
  @Choix(PHASES, { libelle: 'Phase' }) phase?: Phase;
  /** Only the CAs with at least one late report. */
  @Booleen({ libelle: 'En alerte' }) alerte?: boolean;
}

export interface CooperativeLigne {
  id: string;
  intitule: string;
  sigle: string | null;
  departementCode: string;
  departement: string;
  phase: Phase;
  thematiques: string[];
  communes: string[];
  structures: number;
  actions: number;
  bilansEnRetard: number;
  demonstration: boolean;
}

export interface CooperativeLue {
  id: string;
  regionCode: string;
  departementCode: string;
  departement: string;
  intitule: string;
  sigle: string | null;
  presentation: string | null;
  phase: Phase;
  phasesSuivantes: Phase[];
  debut: string;
  fin: string | null;
  thematiques: { id: string; libelle: string }[];
  publics: { id: string; libelle: string }[];
  communes: { code: string; nom: string }[];
  qpv: string[];
  dispositifs: { dispositifId: string; libelle: string; articulation: string | null }[];
  principes: { code: string; respecte: boolean; commentaire: string | null }[];
  eParcoursReferent: string | null;
  coordinateurs: { id: string; prenom: string; nom: string; qualite: 'DD' | 'COPILOTE' }[];
  structures: number;
  avertissements: Avertissement[];
  operations: string[];
  demonstration: boolean;
  version: number;
}

export class AdhesionSaisie {
  @Identifiant({ libelle: 'Structure', requis: true }) structureId!: string;
  @DateJour({ libelle: 'Date d’entrée', requis: true }) debut!: string;
}
/** Leaving is possible at the annual deadline, after consultation of the DD (guide 5.2). */
export class AdhesionModifiee {
  @DateJour({ libelle: 'Date d’entrée', requis: true }) debut!: string;
  @DateJour({ libelle: 'Date de sortie' }) fin?: string | null;
  @TexteLong({ libelle: 'Motif de sortie', max: 1000 }) motifSortie?: string | null;
  @Version() version!: number;
}
export interface AdhesionLue {
  id: string;
  structureId: string;
  structure: string;
  secteur: string;
  commune: string;
  debut: string;
  fin: string | null;
  motifSortie: string | null;
  actions: number;
  /** Persons of the structure who can sign in. */
  comptes: number;
  version: number;
}

export class ObjectifSaisi {
  @Choix(NIVEAUX_OBJECTIF, { libelle: 'Niveau', requis: true }) niveau!: NiveauObjectif;
  @Identifiant({ libelle: 'Objectif de rattachement' }) parentId?: string | null;
  @TexteLong({ libelle: 'Intitulé', requis: true, max: 1000 }) intitule!: string;
  /** Mirror of the objective on the logic model of impact. */
  @TexteLong({ libelle: 'Impact', max: 1000 }) impact?: string | null;
  @Entier({ libelle: 'Ordre', max: 9999 }) ordre?: number | null;
}
export class ObjectifModifie {
  @TexteLong({ libelle: 'Intitulé', requis: true, max: 1000 }) intitule!: string;
  @TexteLong({ libelle: 'Impact', max: 1000 }) impact?: string | null;
  @Entier({ libelle: 'Ordre', max: 9999 }) ordre?: number | null;
  @Version() version!: number;
}
export interface ObjectifLu {
  id: string;
  parentId: string | null;
  niveau: NiveauObjectif;
  intitule: string;
  impact: string | null;
  ordre: number;
  version: number;
}

/** The programme: tree of objectives, actions under it, and what is not covered. */
export interface ProgrammeLu {
  objectifs: ObjectifLu[];
  actions: {
    id: string;
    objectifId: string | null;
    intitule: string;
    structureId: string;
    structure: string;
    etat: string;
    indicateurs: { processus: number; activite: number; resultat: number };
  }[];
  couverture: { objectifsSansAction: string[]; actionsSansResultat: string[]; publicsSansAction: string[] };
}

/** The CA's synthesis page. */
export interface SyntheseLue {
  aFaire: LigneAFaire[];
  chiffres: {
    annee: number;
    actions: number;
    beneficiaires: { bas: number; haut: number };
    beneficiairesCibles: number;
    bilansAttendus: number;
    bilansRecus: number;
  };
  couverture: {
    objectifs: number;
    objectifsSansAction: number;
    actions: number;
    actionsSansResultat: number;
    publics: number;
    publicsSansAction: number;
  };
  changements: { quand: string; qui: string; quoi: string; lien: string | null }[];
}

/** A thing that is due, on a home page. */
export interface LigneAFaire {
  genre:
    | 'BILAN_A_REMPLIR'
    | 'BILAN_A_COMPLETER'
    | 'BILAN_A_VALIDER'
    | 'BILAN_EN_RETARD'
    | 'FICHE_A_VALIDER'
    | 'FICHE_A_REVOIR'
    | 'ETAPE'
    | 'TACHE'
    | 'COMPTE_RENDU'
    | 'TEXTE_A_SIGNER'
    | 'CONVENTION'
    | 'DECISION_A_REPRENDRE';
  titre: string;
  detail: string;
  /** Address of the page where it is done. */
  lien: string;
  echeance: string | null;
  joursDeRetard: number;
  nombre: number;
}
