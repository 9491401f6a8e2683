import {
  Booleen,
  Choix,
  DateJour,
  Entier,
  Identifiant,
  ListeObjets,
  Texte,
  TexteFormate,
  TexteLong,
  Version,
} from '../commun/champs';
import { Courriel } from '../commun/courriel';
import { PageDemandee } from '../commun/page.contract';
import { FUSEAUX } from './fuseaux';
import {
  ETATS_REUNION,
  GENRES_POINT,
  QUALITES_MEMBRE,
  STATUTS_PRESENCE,
  type EtatReunion,
  type GenreInstance,
  type GenrePoint,
  type QualiteMembre,
  type ReponseCreneau,
  type StatutPresence,
} from './genres';
import type { EtatCompteRenduLu } from './instance.contract';
import type { Quorum } from './presence.rules';
import type { ActeReunion } from './reunion.rules';

export const HEURE_LOCALE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const ADRESSE_WEB = /^https?:\/\/[^\s<>"]{3,290}$/;

/** When and where: the date may wait for the answers to a poll. */
export class ReunionSaisie {
  @Texte({ libelle: 'Titre', max: 200 }) titre?: string | null;
  /** Wall clock of `fuseau`: « 2026-10-25T14:00 ». */
  @TexteFormate({ libelle: 'Date et heure', motif: HEURE_LOCALE, attendu: 'une date et une heure sont attendues' })
  debut?: string | null;
  /** Minutes. */
  @Entier({ libelle: 'Durée (minutes)', requis: true, min: 15, max: 720 }) duree!: number;
  @Choix(FUSEAUX, { libelle: 'Fuseau horaire' }) fuseau?: string | null;
  @Texte({ libelle: 'Lieu', max: 300 }) lieu?: string | null;
  @TexteFormate({
    libelle: 'Adresse de la visioconférence',
    motif: ADRESSE_WEB,
    attendu: 'une adresse qui commence par https:// est attendue',
  })
  visio?: string | null;
  @TexteLong({ libelle: 'Message de la convocation', max: 4000 }) message?: string | null;
}
export class ReunionCreee extends ReunionSaisie {
  @Identifiant({ libelle: 'Instance', requis: true }) instanceId!: string;
}
export class ReunionModifiee extends ReunionSaisie {
  @Version() version!: number;
}

export class ReunionsDemandees extends PageDemandee {
  @Identifiant({ libelle: 'Coopérative' }) cooperative?: string;
  @Choix(ETATS_REUNION, { libelle: 'État' }) etat?: EtatReunion;
  @DateJour({ libelle: 'Du' }) du?: string;
  @DateJour({ libelle: 'Au' }) au?: string;
}

export class TransitionReunion {
  @Choix(['CONVOQUEE', 'EN_SEANCE', 'CLOSE', 'ANNULEE'], { libelle: 'Suite', requis: true })
  vers!: Exclude<EtatReunion, 'PREPARATION'>;
  @TexteLong({ libelle: 'Motif', max: 2000 }) motif?: string | null;
  @Version() version!: number;
}

export class PointSaisi {
  /** Absent for a new point. */
  @Identifiant({ libelle: 'Point' }) id?: string | null;
  @Texte({ libelle: 'Titre', requis: true, max: 300 }) titre!: string;
  @TexteLong({ libelle: 'Détails', max: 4000 }) details?: string | null;
  @Entier({ libelle: 'Durée (minutes)', requis: true, min: 1, max: 480 }) duree!: number;
  @Choix(GENRES_POINT, { libelle: 'Genre', requis: true }) genre!: GenrePoint;
  @Texte({ libelle: 'Origine', max: 200 }) cle?: string | null;
  @Texte({ libelle: 'Rapporteur', max: 160 }) rapporteur?: string | null;
}
/** The whole agenda, in its order: what is not listed any more goes away. */
export class OrdreDuJourSaisi {
  @ListeObjets(() => PointSaisi, { libelle: 'Points', requis: true, max: 60 }) points!: PointSaisi[];
  /** Version of the meeting. */
  @Version() version!: number;
}

/** Somebody asked to one meeting beside the seats of the instance. */
export class ParticipantSaisi {
  @Choix(QUALITES_MEMBRE, { libelle: 'Qualité', requis: true }) qualite!: QualiteMembre;
  @Texte({ libelle: 'Nom', requis: true, max: 120 }) nom!: string;
  @Courriel({ libelle: 'Courriel' }) courriel?: string | null;
  @Identifiant({ libelle: 'Structure' }) structureId?: string | null;
  @Booleen({ libelle: 'Prend part aux votes' }) votant?: boolean | null;
}
/** How to reach somebody who was asked to a meeting and has no account. */
export class ParticipantModifie {
  @Texte({ libelle: 'Nom', requis: true, max: 120 }) nom!: string;
  @Courriel({ libelle: 'Courriel' }) courriel?: string | null;
  @Version() version!: number;
}
export class PresenceSaisie {
  @Choix(STATUTS_PRESENCE, { libelle: 'Présence', requis: true }) statut!: StatutPresence;
  /** The suppléant came. */
  @Booleen({ libelle: 'Par le suppléant' }) suppleant?: boolean | null;
  @Identifiant({ libelle: 'Pouvoir donné à' }) pouvoirA?: string | null;
  @Version() version!: number;
}

export interface ParticipantLu {
  id: string;
  qualite: QualiteMembre;
  structureId: string | null;
  structure: string | null;
  nom: string;
  /** For those who run the meeting. */
  courriel: string | null;
  suppleantNom: string | null;
  /** For those who run the meeting. */
  suppleantCourriel: string | null;
  /** Has an account, whose name and address are the person's own to change. */
  compte: boolean;
  /** The caller's own seat, as titulaire or as suppléant. */
  moi: boolean;
  votant: boolean;
  statut: StatutPresence;
  presentNom: string | null;
  pouvoirA: string | null;
  arriveLe: string | null;
  version: number;
}

export interface PointLu {
  id: string;
  ordre: number;
  titre: string;
  details: string | null;
  duree: number;
  genre: GenrePoint;
  cle: string | null;
  rapporteur: string | null;
  ecoule: number;
  traite: boolean;
}

export interface SondageLu {
  ouvert: boolean;
  creneaux: {
    id: string;
    debut: string;
    fin: string;
    reponses: { participantId: string; reponse: ReponseCreneau }[];
  }[];
}

/** `GET /api/reunions/{id}`. */
export interface ReunionLue {
  id: string;
  cooperativeId: string;
  cooperative: string;
  instanceId: string;
  instance: string;
  genre: GenreInstance;
  numero: number;
  titre: string;
  etat: EtatReunion;
  debut: string | null;
  fin: string | null;
  /** Wall clock of `fuseau`, for the form. */
  debutLocal: string | null;
  duree: number;
  fuseau: string;
  lieu: string | null;
  visio: string | null;
  message: string | null;
  sequence: number;
  convoqueeLe: string | null;
  motifAnnulation: string | null;
  ouverteLe: string | null;
  closeLe: string | null;
  points: PointLu[];
  participants: ParticipantLu[];
  sondage: SondageLu | null;
  quorum: Quorum | null;
  compteRendu: EtatCompteRenduLu;
  /** What the caller may do now. */
  actes: ActeReunion[];
  operations: string[];
  demonstration: boolean;
  version: number;
}
