import {
  Choix,
  DateJour,
  Entier,
  Identifiant,
  ListeCodes,
  ListeObjets,
  Nombre,
  Texte,
  TexteFormate,
  TexteLong,
  Version,
} from '../commun/champs';
import { PageDemandee } from '../commun/page.contract';
import {
  MODES_AGREGATION,
  NIVEAUX_RESULTAT,
  TYPES_INDICATEUR,
  UNITES,
  type ModeAgregation,
  type NiveauResultat,
  type TypeIndicateur,
  type Unite,
} from '../referentiel/listes';
import type { NiveauBilan } from '../bilans/questions.rules';
import type { ConventionTouchee } from '../conventions/convention.contract';
import { ETATS_FICHE, type EtatFiche } from './fiche-action.rules';

/** The convention's article 2 (contenu, calendrier, modes, public, lieux, moyens) and the left part of T3. */
export class FicheActionSaisie {
  @Texte({ libelle: 'Intitulé', requis: true, max: 300 }) intitule!: string;
  @Identifiant({ libelle: 'Objectif opérationnel' }) objectifId?: string | null;
  @TexteLong({ libelle: 'Contenu de l’action' }) contenu?: string | null;
  @DateJour({ libelle: 'Début', requis: true }) calendrierDebut!: string;
  @DateJour({ libelle: 'Fin', requis: true }) calendrierFin!: string;
  @TexteLong({ libelle: 'Calendrier prévisionnel', max: 3000 }) calendrier?: string | null;
  @ListeCodes({ libelle: 'Modes d’intervention' }) modes?: string[] | null;
  /** Public cible 1, 2 and 3, in this order. */
  @ListeCodes({ libelle: 'Publics cibles', max: 3 }) publics?: string[] | null;
  @Texte({ libelle: 'Autre public', max: 300 }) autrePublic?: string | null;
  @TexteLong({ libelle: 'Lieux précis de réalisation', max: 3000 }) lieux?: string | null;
  /** INSEE code of one commune of the CA; null: the whole territory. */
  @TexteFormate({ libelle: 'Territoire d’intervention', motif: /^[0-9AB]{5}$/, attendu: 'choisir dans la liste' })
  territoireCommuneCode?: string | null;
  @TexteLong({ libelle: 'Moyens humains', max: 3000 }) moyensHumains?: string | null;
  /** Full-time equivalents. */
  @Nombre({ libelle: 'Moyens humains (ETP)', max: 10_000 }) moyensHumainsEtp?: number | null;
  @TexteLong({ libelle: 'Objectifs poursuivis', max: 5000 }) objectifsPoursuivis?: string | null;
  @TexteLong({ libelle: 'Résultats attendus', max: 5000 }) resultatsAttendus?: string | null;
  @Entier({ libelle: 'Nombre de bénéficiaires ciblés', max: 70_000_000 }) beneficiairesCibles?: number | null;
  /** R11: why a few indicators suffice for this action. */
  @TexteLong({ libelle: 'Pourquoi quelques indicateurs suffisent', max: 1000 }) motifPeuIndicateurs?: string | null;
}

export class FicheActionCreee extends FicheActionSaisie {
  @Identifiant({ libelle: 'Coopérative', requis: true }) cooperativeId!: string;
  /** Promoteur référent. */
  @Identifiant({ libelle: 'Structure', requis: true }) structureId!: string;
}

export class FicheActionModifiee extends FicheActionSaisie {
  @Version() version!: number;
}

export class TransitionFicheDemandee {
  @Choix(ETATS_FICHE, { libelle: 'État', requis: true }) vers!: EtatFiche;
  @TexteLong({ libelle: 'Motif', max: 2000 }) motif?: string | null;
  @Version() version!: number;
}

export class FichesActionsDemandees extends PageDemandee {
  @Identifiant({ libelle: 'Coopérative' }) cooperative?: string;
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
  @Identifiant({ libelle: 'Structure' }) structure?: string;
  @Choix(ETATS_FICHE, { libelle: 'État' }) etat?: EtatFiche;
}

export interface FicheActionLigne {
  id: string;
  cooperativeId: string;
  cooperative: string;
  departementCode: string;
  structureId: string;
  structure: string;
  intitule: string;
  etat: EtatFiche;
  calendrierDebut: string;
  calendrierFin: string;
  beneficiairesCibles: number | null;
}

export interface FicheActionLue {
  id: string;
  cooperativeId: string;
  cooperative: string;
  departementCode: string;
  structureId: string;
  structure: string;
  numero: number;
  intitule: string;
  objectifId: string | null;
  objectif: string | null;
  contenu: string | null;
  calendrierDebut: string;
  calendrierFin: string;
  calendrier: string | null;
  modes: { id: string; libelle: string }[];
  publics: { id: string; libelle: string }[];
  autrePublic: string | null;
  lieux: string | null;
  territoireCommuneCode: string | null;
  /** Name of the commune, or « Tout le territoire ». */
  territoire: string;
  moyensHumains: string | null;
  moyensHumainsEtp: number | null;
  objectifsPoursuivis: string | null;
  resultatsAttendus: string | null;
  beneficiairesCibles: number | null;
  motifPeuIndicateurs: string | null;
  /** How much its quarterly reports ask. */
  niveauBilan: NiveauBilan;
  /** What its weight suggests, to whoever sets the level; null for the others. */
  niveauPropose: NiveauBilan | null;
  etat: EtatFiche;
  /** Reason of the last sending back or abandonment. */
  motif: string | null;
  indicateurs: IndicateurLu[];
  bilans: { id: string; annee: number; trimestre: number; etat: string; echeance: string; enRetard: boolean }[];
  modifiable: boolean;
  /** Transitions open to the reader. */
  transitions: { vers: EtatFiche; acte: string; motifRequis: boolean }[];
  /** R11 in a sentence, null when fulfilled. */
  manqueIndicateurs: string | null;
  /** R7: the signed text that describes it; null when none does. */
  convention: ConventionTouchee | null;
  operations: string[];
  version: number;
}

/** Forecast of an indicator for a quarter, or for the year when `trimestre` is 0. */
export class PrevisionSaisie {
  @Entier({ libelle: 'Année', requis: true, min: 2015, max: 2100 }) annee!: number;
  @Entier({ libelle: 'Trimestre', requis: true, min: 0, max: 4 }) trimestre!: number;
  @Nombre({ libelle: 'Valeur prévue', requis: true }) valeur!: number;
}

export class IndicateurSaisi {
  @Choix(TYPES_INDICATEUR, { libelle: 'Type', requis: true }) type!: TypeIndicateur;
  /** Only for RESULTAT (fiche 5: résultat intermédiaire or final). */
  @Choix(NIVEAUX_RESULTAT, { libelle: 'Niveau de résultat' }) niveauResultat?: NiveauResultat | null;
  @Texte({ libelle: 'Libellé', requis: true, max: 300 }) libelle!: string;
  @Choix(UNITES, { libelle: 'Unité', requis: true }) unite!: Unite;
  @Choix(MODES_AGREGATION, { libelle: 'Mode d’agrégation', requis: true }) modeAgregation!: ModeAgregation;
  @Nombre({ libelle: 'Valeur de référence' }) valeurReference?: number | null;
  @TexteLong({ libelle: 'Sources et méthodes', max: 2000 }) sources?: string | null;
  @Identifiant({ libelle: 'Indicateur commun' }) indicateurCommunId?: string | null;
  @Entier({ libelle: 'Ordre', max: 9999 }) ordre?: number | null;
  @ListeObjets(() => PrevisionSaisie, { libelle: 'Prévisions', max: 60 }) previsions?: PrevisionSaisie[] | null;
}

export class IndicateurCree extends IndicateurSaisi {
  @Identifiant({ libelle: 'Fiche-action', requis: true }) ficheActionId!: string;
}

export class IndicateurModifie extends IndicateurSaisi {
  @Version() version!: number;
}

export class IndicateursDemandes extends PageDemandee {
  @Identifiant({ libelle: 'Fiche-action', requis: true }) ficheAction!: string;
}

export interface IndicateurLu {
  id: string;
  ficheActionId: string;
  type: TypeIndicateur;
  niveauResultat: NiveauResultat | null;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
  valeurReference: number | null;
  sources: string | null;
  indicateurCommunId: string | null;
  indicateurCommun: string | null;
  ordre: number;
  previsions: { annee: number; trimestre: number; valeur: number }[];
  version: number;
}
