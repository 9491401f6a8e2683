import { Choix, DateJour, Entier, Texte, TexteFormate, TexteLong, Version } from '../commun/champs';
import type { EtatBilan, NiveauBilan, Reponse } from '../bilans/bilan.rules';
import { FORMATS_CLASSEUR, type FormatClasseur } from '../classeurs/classeur.contract';
import { PHASES, type Phase } from '../cooperatives/phases.rules';
import type { ModeAgregation, TypeIndicateur, Unite } from '../referentiel/listes';
import type { Colonne } from './colonne';

export const GENRES_ETAPE = ['PHASE', 'TACHE'] as const;
export type GenreEtape = (typeof GENRES_ETAPE)[number];
export const ETATS_ETAPE = ['A_FAIRE', 'EN_COURS', 'FAIT'] as const;
export type EtatEtape = (typeof ETATS_ETAPE)[number];
export const LIBELLES_ETATS_ETAPE: Record<EtatEtape, string> = {
  A_FAIRE: 'à faire',
  EN_COURS: 'en cours',
  FAIT: 'fait',
};
export const CRITICITES = ['BASSE', 'MOYENNE', 'HAUTE'] as const;
export type Criticite = (typeof CRITICITES)[number];
export const LIBELLES_CRITICITES: Record<Criticite, string> = { BASSE: 'basse', MOYENNE: 'moyenne', HAUTE: 'haute' };

/** A phase or a task of T1. */
export class EtapeSaisie {
  @Choix(PHASES, { libelle: 'Phase', requis: true }) phase!: Phase;
  @Choix(GENRES_ETAPE, { libelle: 'Genre', requis: true }) genre!: GenreEtape;
  @Texte({ libelle: 'Étape', requis: true, max: 300 }) intitule!: string;
  @Texte({ libelle: 'Responsable', max: 200 }) responsable?: string | null;
  @DateJour({ libelle: 'Date de début' }) debut?: string | null;
  @DateJour({ libelle: 'Date de fin' }) fin?: string | null;
  @TexteLong({ libelle: 'Livrables', max: 2000 }) livrables?: string | null;
  @Choix(ETATS_ETAPE, { libelle: 'État', requis: true }) etat!: EtatEtape;
  @Choix(CRITICITES, { libelle: 'Criticité' }) criticite?: Criticite | null;
  /** Work, in days. */
  @Entier({ libelle: 'Charge (jours)', max: 10_000 }) charge?: number | null;
  @Entier({ libelle: 'Ordre', max: 9999 }) ordre?: number | null;
}
export class EtapeModifiee extends EtapeSaisie {
  @Version() version!: number;
}
export interface EtapeLue extends EtapeSaisie {
  id: string;
  enRetard: boolean;
  version: number;
}
/** A task decided in a meeting, as T1 shows it. */
export interface TacheDeReunion {
  id: string;
  quoi: string;
  qui: string;
  /** Day of the meeting. */
  debut: string | null;
  echeance: string | null;
  etat: 'A_FAIRE' | 'EN_COURS';
  enRetard: boolean;
  phase: Phase;
  reunionId: string;
  reunion: string;
}
/** `GET /api/cooperatives/{id}/tableau-de-bord`. */
export interface TableauDeBord {
  cooperative: string;
  colonnes: Colonne[];
  etapes: EtapeLue[];
  /** Tasks that meetings entrusted and that are still to do: they stand under the CA's present phase. */
  taches: TacheDeReunion[];
  operations: string[];
}

export class TrimestreDemande {
  /** « 2026-T3 »; the last ended quarter when absent. */
  @TexteFormate({ libelle: 'Trimestre', motif: /^20\d{2}-T[1-4]$/, attendu: 'une valeur comme 2026-T3 est attendue' })
  trimestre?: string;
}

/** An indicator in T2: forecast, value to date, rate and trend. */
export interface IndicateurSuivi {
  id: string;
  type: TypeIndicateur;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
  prevision: number | null;
  bas: number | null;
  haut: number | null;
  taux: number | null;
  tendance: 'HAUSSE' | 'BAISSE' | 'STABLE' | null;
}
export interface LigneT2 {
  ficheActionId: string;
  intitule: string;
  structure: string;
  processus: IndicateurSuivi[];
  activite: IndicateurSuivi[];
  resultat: IndicateurSuivi[];
  resultatsAttendus: string | null;
  sources: string;
}
/** `GET /api/cooperatives/{id}/indicateurs`. */
export interface SuiviIndicateurs {
  cooperative: string;
  /** « 2026-T3 »: values are those of the year up to this quarter. */
  trimestre: string;
  lignes: LigneT2[];
}

/** Value of an indicator in a cell of T3. */
export interface CelluleIndicateur {
  libelle: string;
  unite: Unite;
  valeur: number | null;
  prevision: number | null;
}
export interface LigneT3 {
  ficheActionId: string;
  bilanId: string | null;
  structure: string;
  etatBilan: EtatBilan | null;
  /** How much its report asks: an answer that is not asked stays null once it is received. */
  niveau: NiveauBilan | null;
  enRetard: boolean;
  joursDeRetard: number;
  objectif: string | null;
  intitule: string;
  objectifsPoursuivis: string | null;
  resultatsAttendus: string | null;
  public1: string | null;
  public2: string | null;
  public3: string | null;
  autrePublic: string | null;
  beneficiairesCibles: number | null;
  territoire: string;
  ressources: Reponse | null;
  ressourcesMotif: string | null;
  publics: Reponse | null;
  publicsMotif: string | null;
  realisation: Reponse | null;
  realisationMotif: string | null;
  objectifs: Reponse | null;
  objectifsMotif: string | null;
  cooperation: Reponse | null;
  cooperationMotif: string | null;
  pratiques: Reponse | null;
  pratiquesMotif: string | null;
  ists: Reponse | null;
  istsMotif: string | null;
  parcours: Reponse | null;
  parcoursMotif: string | null;
  freins: string | null;
  leviers: string | null;
  pistes: string | null;
  activite1: CelluleIndicateur | null;
  activite2: CelluleIndicateur | null;
  activite3: CelluleIndicateur | null;
  resultat1: CelluleIndicateur | null;
  resultat2: CelluleIndicateur | null;
  resultat3: CelluleIndicateur | null;
  /** Indicators past the three that the table shows first. */
  autresIndicateurs: CelluleIndicateur[];
}
/** `GET /api/cooperatives/{id}/suivi-actions`. */
export interface SuiviActions {
  cooperative: string;
  trimestre: string;
  attendus: number;
  recus: number;
  lignes: LigneT3[];
}

export class SuiviClasseurDemande extends TrimestreDemande {
  /** `xlsx` when absent. */
  @Choix(FORMATS_CLASSEUR, { libelle: 'Format' }) format?: FormatClasseur;
}
