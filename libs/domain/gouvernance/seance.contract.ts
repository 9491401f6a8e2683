import { Choix, DateJour, Entier, Identifiant, Objet, Texte, TexteFormate, TexteLong, Version } from '../commun/champs';
import { ChangementSaisi, type Changement } from './changement.contract';
import {
  ETATS_TACHE,
  ISSUES_DECISION,
  MODES_DECISION,
  SUITES_DECISION,
  type EtatTache,
  type IssueDecision,
  type ModeDecision,
  type SuiteDecision,
} from './genres';
import type { TacheLue } from './instance.contract';
import type { ReunionLue } from './reunion.contract';

export class PointCourant {
  /** Null: no point is under way. */
  @Identifiant({ libelle: 'Point' }) pointId?: string | null;
}

export class DecisionSaisie {
  @Identifiant({ libelle: 'Point' }) pointId?: string | null;
  @TexteLong({ libelle: 'Décision', requis: true, max: 4000 }) texte!: string;
  @Choix(ISSUES_DECISION, { libelle: 'Issue', requis: true }) issue!: IssueDecision;
  @Choix(MODES_DECISION, { libelle: 'Mode', requis: true }) mode!: ModeDecision;
  @Entier({ libelle: 'Pour', max: 500 }) pour?: number | null;
  @Entier({ libelle: 'Contre', max: 500 }) contre?: number | null;
  @Entier({ libelle: 'Abstentions', max: 500 }) abstention?: number | null;
  @Objet(() => ChangementSaisi, { libelle: 'Changement du programme' }) changement?: ChangementSaisi | null;
}
export class DecisionModifiee extends DecisionSaisie {
  @Version() version!: number;
}
export class SuiteSaisie {
  @Choix(SUITES_DECISION, { libelle: 'Suite', requis: true }) suite!: SuiteDecision;
  @Version() version!: number;
}

export interface DecisionLue {
  id: string;
  reunionId: string;
  pointId: string | null;
  /** « 2026-14 ». */
  numero: string;
  texte: string;
  issue: IssueDecision;
  mode: ModeDecision;
  pour: number | null;
  contre: number | null;
  abstention: number | null;
  changement: Changement | null;
  /** « Diagnostic : fin le 15/12/2026 au lieu du 30/11/2026 ». */
  changementDit: string | null;
  appliqueLe: string | null;
  echecApplication: string | null;
  suite: SuiteDecision;
  /** Meeting that took it, and its day. */
  reunion: string;
  date: string;
  version: number;
}

export class TacheSaisie {
  @Identifiant({ libelle: 'Point' }) pointId?: string | null;
  @TexteLong({ libelle: 'Tâche', requis: true, max: 2000 }) quoi!: string;
  /** A participant: their account and structure follow the task. */
  @Identifiant({ libelle: 'Responsable' }) participantId?: string | null;
  /** Somebody else, by name. */
  @Texte({ libelle: 'Responsable', max: 160 }) qui?: string | null;
  @DateJour({ libelle: 'Échéance' }) echeance?: string | null;
}
export class TacheModifiee extends TacheSaisie {
  @Version() version!: number;
}
export class EtatTacheSaisi {
  @Choix(ETATS_TACHE, { libelle: 'État', requis: true }) etat!: EtatTache;
  @Version() version!: number;
}

/** An update of the notes of a point: a Yjs update, base64. Sent again, it changes nothing. */
export class NoteSaisie {
  @TexteFormate({
    libelle: 'Notes',
    requis: true,
    motif: /^[A-Za-z0-9+/]{4,}={0,2}$/,
    attendu: 'une mise à jour est attendue',
    max: 200_000,
  })
  miseAJour!: string;
}
/** `GET /api/reunions/{id}/points/{pointId}/notes`: what the reader lacks (`?vecteur=` its state vector, base64). */
export interface NoteLue {
  miseAJour: string | null;
  texte: string;
}

/** `GET /api/reunions/{id}/seance`: what the wall, the coordinator and each member's screen show. */
export interface SeanceLue {
  reunion: ReunionLue;
  pointId: string | null;
  pointDepuis: string | null;
  /** Instant of the server: clocks differ, the time left must not. */
  maintenant: string;
  decisions: DecisionLue[];
  taches: TacheLue[];
  /** Text of the notes of each point. */
  notes: Record<string, string>;
}
/** `GET /api/reunions/{id}/code-presence`: the address that the QR code holds, for a short while. */
export interface CodePresenceLu {
  adresse: string;
  expireLe: string;
}

export interface ColonnePoint {
  cle: string;
  entete: string;
  /** `jauge`: a share of the forecast, 1 for all of it. */
  genre: 'texte' | 'nombre' | 'jauge' | 'date';
}
/** `GET /api/reunions/{id}/points/{pointId}/tableau`: what the programme knows of a point, shown in the middle of the wall. */
export interface TableauPoint {
  titre: string;
  colonnes: ColonnePoint[];
  lignes: Record<string, string | number | null>[];
  /** Page where the whole of it is. */
  lien: string | null;
}

export class VecteurDemande {
  /** State vector of the reader's Yjs document, base64. */
  @TexteFormate({
    libelle: 'État des notes',
    motif: /^[A-Za-z0-9+/]{2,}={0,2}$/,
    attendu: 'un état est attendu',
    max: 20_000,
  })
  vecteur?: string;
}
export class TachesDemandees {
  @Identifiant({ libelle: 'Coopérative' }) cooperative?: string;
}
