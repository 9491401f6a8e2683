import { Choix, DateJour, ListeCodes, Texte, TexteFormate, TexteLong, Version } from '../commun/champs';
import { ETATS_CAMPAGNE, type CompteCampagne, type EtatCampagne } from './campagne.rules';
import { NIVEAUX_BILAN, type NiveauBilan } from './questions.rules';

export class CampagnesDemandees {
  /** Absent: the last quarter that has ended. */
  @TexteFormate({ libelle: 'Trimestre', motif: /^20\d{2}-T[1-4]$/, attendu: 'une valeur comme 2026-T3 est attendue' })
  trimestre?: string;
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
}

/** `PATCH /api/campagnes/:id`: the deadline of every report of the quarter, in the département. */
export class CampagneModifiee {
  @DateJour({ libelle: 'Échéance', requis: true }) echeance!: string;
  @Version() version!: number;
}

export class TransitionCampagneDemandee {
  @Choix(ETATS_CAMPAGNE, { libelle: 'État', requis: true }) vers!: EtatCampagne;
  @TexteLong({ libelle: 'Motif', requis: true, max: 1000 }) motif!: string;
  @Version() version!: number;
}

/** `POST /api/campagnes/clotures`: several collections of a quarter closed at once, for one reason. */
export class CloturesDemandees {
  @ListeCodes({ libelle: 'Départements', requis: true, max: 110 }) campagnes!: string[];
  @TexteLong({ libelle: 'Motif', requis: true, max: 1000 }) motif!: string;
}

/** What became of each, by name of département. */
export interface CloturesFaites {
  closes: string[];
  /** Somebody had closed them first: their reason stays. */
  dejaCloses: string[];
}

/** `PUT /api/fiches-actions/:id/niveau-bilan`. */
export class NiveauBilanChoisi {
  @Choix(NIVEAUX_BILAN, { libelle: 'Niveau du bilan', requis: true }) niveau!: NiveauBilan;
  @Version() version!: number;
}

/** The collection of a quarter in a département. */
export interface CampagneLigne extends CompteCampagne {
  id: string;
  departementCode: string;
  departement: string;
  annee: number;
  trimestre: number;
  echeance: string;
  etat: EtatCampagne;
  motif: string | null;
  /** ISO instant of the last closing or reopening, and by whom. */
  changeLe: string | null;
  changePar: string | null;
  /** Last day on which somebody was reminded. */
  rappeleLe: string | null;
  version: number;
  /** The reader may close it, move its deadline and remind. */
  conduite: boolean;
}

/** `GET /api/campagnes`: one quarter of the reader's départements. */
export interface CampagnesLues {
  annee: number;
  trimestre: number;
  /** Quarters that have a collection, the last first, « 2026-T3 ». */
  trimestres: string[];
  campagnes: CampagneLigne[];
  /** The same counts, CA by CA. */
  cooperatives: CompteCooperative[];
}

export interface CompteCooperative extends CompteCampagne {
  cooperativeId: string;
  cooperative: string;
  departementCode: string;
}
