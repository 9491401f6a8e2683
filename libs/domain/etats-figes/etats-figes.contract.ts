import { Choix, Texte, TexteFormate } from '../commun/champs';
import { PageDemandee, type Page } from '../commun/page.contract';
import type { ModeAgregation, Unite } from '../referentiel/listes';
import { GENRES_DIFFERENCE, type GenreDifference, type ObjetDifference } from './etats-figes.rules';

const TRIMESTRE = { motif: /^20\d{2}-T[1-4]$/, attendu: 'une valeur comme 2026-T3 est attendue' };

export class EtatsFigesDemandes extends PageDemandee {
  @TexteFormate({ libelle: 'Trimestre', ...TRIMESTRE }) trimestre?: string;
  /** The states of a département alone; with those of its région without it. */
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
}

/** `POST /api/etats-figes`: a département, or else a whole région. */
export class EtatFigeCree {
  @Texte({ libelle: 'Nom', requis: true, max: 120 }) nom!: string;
  @TexteFormate({ libelle: 'Trimestre', requis: true, ...TRIMESTRE }) trimestre!: string;
  @Texte({ libelle: 'Département', max: 3 }) departement?: string | null;
  @Texte({ libelle: 'Région', max: 3 }) region?: string | null;
}

/** `GET /api/etats-figes/territoires`: what the reader may freeze, régions first. */
export interface TerritoireFigeable {
  regionCode: string;
  departementCode: string | null;
  nom: string;
}

/** Reports of a quarter, by what they had become. */
export interface ComptesFiges {
  attendus: number;
  recus: number;
  valides: number;
  beneficiaires: number;
  cibles: number;
}

/** A frozen state. Counts are those of the départements that the reader reads. */
export interface EtatFigeLu extends ComptesFiges {
  id: string;
  nom: string;
  annee: number;
  trimestre: number;
  regionCode: string;
  /** Null for the whole région. */
  departementCode: string | null;
  /** Name of the département, or of the région. */
  territoire: string;
  /** The reader reads all of it. */
  entier: boolean;
  empreinte: string;
  figeLe: string;
  figePar: string;
}

/** `GET /api/etats-figes/:id/verification`: its print made again from what is kept. */
export interface EtatFigeVerifie {
  intact: boolean;
  empreinte: string;
  recalculee: string;
}

export class DifferencesDemandees extends PageDemandee {
  @Choix(GENRES_DIFFERENCE, { libelle: 'Genre' }) genre?: GenreDifference;
}

/** One thing that is no longer as it was frozen. */
export interface DifferenceFigee {
  genre: GenreDifference;
  objet: ObjetDifference;
  bilanId: string;
  /** False when the report is no longer there to be opened. */
  existe: boolean;
  action: string;
  structure: string;
  cooperative: string;
  departementCode: string;
  /** Of a value or a forecast. */
  indicateur: string | null;
  unite: Unite | null;
  /** A number, words, or the code of a state; a ratio reads « 3 / 10 ». */
  avant: string | number | null;
  apres: string | number | null;
  /** Who brought it, and when, where the history says it. */
  par: string | null;
  le: string | null;
}

/** A common indicator before and now; `departementCode` null for all that is frozen, together. */
export interface TotalCompare {
  departementCode: string | null;
  departement: string;
  indicateurCommunId: string;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
  avant: number | null;
  apres: number | null;
  prevuAvant: number | null;
  prevuApres: number | null;
}
/** The reports of a département, before and now; null for all together. */
export interface ComptesCompares {
  departementCode: string | null;
  departement: string;
  avant: ComptesFiges;
  apres: ComptesFiges;
}

/** `GET /api/etats-figes/:id/differences`. */
export interface DifferencesLues extends Page<DifferenceFigee> {
  comptes: Record<GenreDifference, number>;
  bilans: ComptesCompares[];
  totaux: TotalCompare[];
}
