import { Booleen, Choix, Entier, Identifiant, ListeObjets, TexteLong, Version } from '../commun/champs';
import type { EtatCompteRendu, IssueDecision, StatutPresence } from './genres';

export class TextePoint {
  @Identifiant({ libelle: 'Point', requis: true }) pointId!: string;
  /** Rich text, as the safe HTML of `texte-riche`. */
  @TexteLong({ libelle: 'Texte du point', max: 40_000 }) texte?: string | null;
}
/** What the coordinator writes of a meeting; attendance, decisions and tasks come from the séance itself. */
export class ContenuSaisi {
  @TexteLong({ libelle: 'Introduction', max: 40_000 }) introduction?: string | null;
  @ListeObjets(() => TextePoint, { libelle: 'Points', requis: true, max: 60 }) points!: TextePoint[];
  @TexteLong({ libelle: 'Conclusion', max: 40_000 }) conclusion?: string | null;
  @Version() version!: number;
}
export interface ContenuCompteRendu {
  introduction: string;
  /** `notes`: what the séance had recorded of the point when the draft was made. */
  points: { pointId: string; titre: string; texte: string; notes: string }[];
  conclusion: string;
}

export class TransitionCompteRendu {
  @Choix(['VALIDE', 'APPROUVE'], { libelle: 'Suite', requis: true }) vers!: 'VALIDE' | 'APPROUVE';
  /** With `VALIDE`: the minutes leave for every participant. */
  @Booleen({ libelle: 'Envoyer' }) envoyer?: boolean | null;
  /** With `APPROUVE`: meeting at which they were approved. */
  @Identifiant({ libelle: 'Approuvé lors de' }) reunionId?: string | null;
  @Version() version!: number;
}
export class CorrectionDemandee {
  @TexteLong({ libelle: 'Motif de la correction', requis: true, max: 2000 }) motif!: string;
}

/** Attendance, decisions and tasks as they stood when the minutes were validated. */
export interface MinuteFigee {
  cooperative: string;
  instance: string;
  titre: string;
  numero: number;
  debut: string;
  fin: string;
  fuseau: string;
  lieu: string | null;
  quorum: string | null;
  presences: {
    nom: string;
    structure: string | null;
    qualite: string;
    statut: StatutPresence;
    pouvoirA: string | null;
  }[];
  decisions: {
    pointId: string | null;
    numero: string;
    texte: string;
    issue: IssueDecision;
    /** « consensus », « vote : 7 pour, 1 contre, 2 abstentions ». */
    mode: string;
    changement: string | null;
  }[];
  taches: { pointId: string | null; quoi: string; qui: string; echeance: string | null }[];
  pieces: string[];
}

export interface VersionCompteRendu {
  numero: number;
  etat: EtatCompteRendu;
  valideLe: string | null;
  validePar: string | null;
  envoyeLe: string | null;
  approuveLe: string | null;
  /** Meeting at which it was approved. */
  approuveEn: string | null;
  motifCorrection: string | null;
  empreinte: string | null;
}
/** `GET /api/reunions/{id}/compte-rendu`: the version asked for (`?numero=`), else the newest that the caller sees. */
export interface CompteRenduLu extends VersionCompteRendu {
  id: string;
  reunionId: string;
  contenu: ContenuCompteRendu;
  minute: MinuteFigee;
  versions: VersionCompteRendu[];
  /** Later meetings of the CA at which it may be approved. */
  approbations: { id: string; titre: string; debut: string }[];
  modifiable: boolean;
  actes: ('VALIDE' | 'APPROUVE' | 'CORRIGER')[];
  version: number;
}
export class VersionDemandee {
  @Entier({ libelle: 'Version', min: 1 }) numero?: number;
}
