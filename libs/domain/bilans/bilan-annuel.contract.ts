import { Booleen, Choix, Entier, Identifiant, TexteLong, Version } from '../commun/champs';
import {
  DEVENIRS_ACTION,
  ETATS_BILAN_ANNUEL,
  type ContenuAnnuel,
  type DevenirAction,
  type EtatBilanAnnuel,
  type SuiteAnnuelle,
  type TextesVolet,
} from './bilan-annuel.rules';

export class BilansAnnuelsDemandes {
  @Identifiant({ libelle: 'Coopérative', requis: true }) cooperative!: string;
}
export class BilanAnnuelCree {
  @Identifiant({ libelle: 'Coopérative', requis: true }) cooperativeId!: string;
  @Entier({ libelle: 'Année', requis: true, min: 2000, max: 2100 }) annee!: number;
}

/** What the coordination writes; kept as it is typed. */
export class TextesBilanAnnuel {
  @TexteLong({ libelle: 'Synthèse', max: 20_000 }) synthese?: string | null;
  @TexteLong({ libelle: 'Enseignements', max: 20_000 }) enseignements?: string | null;
  @TexteLong({ libelle: 'Perspectives', max: 20_000 }) perspectives?: string | null;
  @Version() version!: number;
}
/** The enlarged meeting to which it is put. */
export class ReunionBilanAnnuel {
  @Identifiant({ libelle: 'Réunion' }) reunionId?: string | null;
  @Version() version!: number;
}
/** What the structure writes of its action; kept as it is typed. */
export class VoletSaisi {
  @TexteLong({ libelle: 'Synthèse de l’année', max: 10_000 }) synthese?: string | null;
  @Choix(DEVENIRS_ACTION, { libelle: 'Proposition' }) proposition?: DevenirAction | null;
  @TexteLong({ libelle: 'Raison de la proposition', max: 5000 }) motifProposition?: string | null;
  @Version() version!: number;
}
export class DecisionAnnuelle {
  @Choix(DEVENIRS_ACTION, { libelle: 'Décision', requis: true }) decision!: DevenirAction;
  @TexteLong({ libelle: 'Raison', requis: true, max: 5000 }) motif!: string;
  @Version() version!: number;
}
export class TransitionBilanAnnuel {
  @Choix(ETATS_BILAN_ANNUEL, { libelle: 'État', requis: true }) vers!: EtatBilanAnnuel;
  @TexteLong({ libelle: 'Raison', max: 2000 }) motif?: string | null;
  @Version() version!: number;
}
export class DocumentAnnuelDemande {
  /** R17: as those outside the ARS read it. */
  @Booleen({ libelle: 'À diffuser' }) diffusion?: boolean;
  /** A version presented earlier. */
  @Entier({ libelle: 'Version', min: 1 }) version?: number;
}

export interface BilanAnnuelLigne {
  id: string;
  annee: number;
  etat: EtatBilanAnnuel;
  presenteLe: string | null;
  adopteLe: string | null;
  /** Actions of the reader’s structure on which it has nothing written yet. */
  aEcrire: number;
}
export interface BilansAnnuels {
  lignes: BilanAnnuelLigne[];
  /** Years that the reader may open. */
  ouvrables: number[];
}

export interface VoletLu extends TextesVolet {
  ficheActionId: string;
  decision: DevenirAction | null;
  motifDecision: string | null;
  redigeable: boolean;
  version: number;
}
export interface ReunionAnnuelle {
  id: string;
  titre: string;
  debut: string | null;
  close: boolean;
}
export interface VersionAnnuelle {
  numero: number;
  presenteLe: string;
  presentePar: string;
  empreinte: string;
}
export interface BilanAnnuelLu {
  id: string;
  cooperativeId: string;
  annee: number;
  etat: EtatBilanAnnuel;
  contenu: ContenuAnnuel;
  volets: VoletLu[];
  reunion: ReunionAnnuelle | null;
  /** Meetings to which it may be put. */
  reunions: ReunionAnnuelle[];
  /** R10, in a sentence; null when there is nothing to say. */
  calendrier: string | null;
  manques: { texte: string; bloque: boolean }[];
  suites: SuiteAnnuelle[];
  versions: VersionAnnuelle[];
  adopteLe: string | null;
  motifReouverture: string | null;
  /** Writes for the CA, presents it, decides. */
  conduisible: boolean;
  rouvrable: boolean;
  /** Reads the figures as the ARS does. */
  complet: boolean;
  version: number;
}
/** What an autosave answers. */
export interface TexteEnregistre {
  version: number;
  enregistreLe: string;
}

/** What the document is drawn from. */
export interface DocumentBilanAnnuel {
  contenu: ContenuAnnuel;
  etat: EtatBilanAnnuel;
  numero: number;
  presenteLe: string | null;
  reunion: { titre: string; debut: string | null } | null;
  decisions: { ficheActionId: string; decision: DevenirAction | null; motifDecision: string | null }[];
}
