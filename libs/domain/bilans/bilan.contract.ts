import {
  Booleen,
  Choix,
  Entier,
  Identifiant,
  ListeObjets,
  Nombre,
  Objet,
  Texte,
  TexteFormate,
  TexteLong,
  Version,
} from '../commun/champs';
import { PageDemandee } from '../commun/page.contract';
import type { ErreurChamp } from '../commun/probleme';
import type { ModeAgregation, TypeIndicateur, Unite } from '../referentiel/listes';
import type { AuteursBilan } from './contribution.rules';
import {
  ETATS_BILAN,
  REPONSES,
  type ContenuBilan,
  type EtatBilan,
  type NiveauBilan,
  type Reponse,
} from './bilan.rules';

export class ReponseBilan {
  @Choix(REPONSES, { libelle: 'Réponse' }) reponse?: Reponse | null;
  @TexteLong({ libelle: 'Motif', max: 5000 }) motif?: string | null;
}

export class ReponsesBilan {
  @Objet(() => ReponseBilan, { libelle: 'Ressources' }) ressources?: ReponseBilan;
  @Objet(() => ReponseBilan, { libelle: 'Publics' }) publics?: ReponseBilan;
  @Objet(() => ReponseBilan, { libelle: 'Réalisation' }) realisation?: ReponseBilan;
  @Objet(() => ReponseBilan, { libelle: 'Objectifs' }) objectifs?: ReponseBilan;
  @Objet(() => ReponseBilan, { libelle: 'Coopération' }) cooperation?: ReponseBilan;
  @Objet(() => ReponseBilan, { libelle: 'Pratiques' }) pratiques?: ReponseBilan;
  @Objet(() => ReponseBilan, { libelle: 'Leviers sur les ISTS' }) ists?: ReponseBilan;
  @Objet(() => ReponseBilan, { libelle: 'Parcours de santé' }) parcours?: ReponseBilan;
}

export class ValeurSaisie {
  @Identifiant({ libelle: 'Indicateur', requis: true }) indicateurId!: string;
  @Nombre({ libelle: 'Valeur' }) valeur?: number | null;
  @Nombre({ libelle: 'Numérateur' }) numerateur?: number | null;
  @Nombre({ libelle: 'Dénominateur' }) denominateur?: number | null;
}

/** Autosave of a draft: the whole content as it stands on the screen, with the version that was read. */
export class BrouillonBilan {
  @Version() version!: number;
  @Entier({ libelle: 'Nombre de bénéficiaires touchés', max: 70_000_000 }) beneficiaires?: number | null;
  @Objet(() => ReponsesBilan, { libelle: 'Réponses', requis: true }) reponses!: ReponsesBilan;
  @TexteLong({ libelle: 'Freins identifiés', max: 5000 }) freins?: string | null;
  @TexteLong({ libelle: 'Leviers identifiés', max: 5000 }) leviers?: string | null;
  @TexteLong({ libelle: 'Pistes d’amélioration', max: 5000 }) pistes?: string | null;
  @ListeObjets(() => ValeurSaisie, { libelle: 'Valeurs', requis: true, max: 100 }) valeurs!: ValeurSaisie[];
}

/** A question sent back: its key (`ressources`, `freins`, `beneficiaires`, `indicateur:<id>`) and why. */
export class RetourQuestion {
  @TexteFormate({
    libelle: 'Question',
    motif: /^[a-z]+(:[0-9a-f-]{36})?$/,
    attendu: 'choisir une question du bilan',
    requis: true,
  })
  question!: string;
  @TexteLong({ libelle: 'Motif', requis: true, max: 2000 }) motif!: string;
}

export class TransitionBilanDemandee {
  @Choix(ETATS_BILAN, { libelle: 'État', requis: true }) vers!: EtatBilan;
  @ListeObjets(() => RetourQuestion, { libelle: 'Retours', max: 120 }) retours?: RetourQuestion[] | null;
  /** R16: the person has read the warnings on personal data and sends all the same. */
  @Booleen({ libelle: 'Avertissements lus' }) avertissementsLus?: boolean | null;
  @Version() version!: number;
}

export class BilansDemandes extends PageDemandee {
  @Identifiant({ libelle: 'Coopérative' }) cooperative?: string;
  @Identifiant({ libelle: 'Fiche-action' }) ficheAction?: string;
  @Identifiant({ libelle: 'Structure' }) structure?: string;
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
  @TexteFormate({ libelle: 'Trimestre', motif: /^20\d{2}-T[1-4]$/, attendu: 'une valeur comme 2026-T3 est attendue' })
  trimestre?: string;
  @Choix(ETATS_BILAN, { libelle: 'État' }) etat?: EtatBilan;
  @Booleen({ libelle: 'En retard' }) enRetard?: boolean;
}

export interface BilanLigne {
  id: string;
  ficheActionId: string;
  action: string;
  cooperativeId: string;
  cooperative: string;
  departementCode: string;
  structureId: string;
  structure: string;
  annee: number;
  trimestre: number;
  etat: EtatBilan;
  echeance: string;
  enRetard: boolean;
  joursDeRetard: number;
  remplies: number;
  total: number;
  transmisLe: string | null;
  valideLe: string | null;
}

/** An indicator on the report form: what was forecast, what has been said so far. */
export interface IndicateurBilan {
  id: string;
  type: TypeIndicateur;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
  sources: string | null;
  previsionTrimestre: number | null;
  previsionAnnee: number | null;
  /** Value since January without this quarter; over distinct people, the interval says so. */
  cumul: { bas: number | null; haut: number | null };
  precedent: { valeur: number | null; numerateur: number | null; denominateur: number | null } | null;
}

export interface BilanLu {
  id: string;
  ficheActionId: string;
  action: string;
  cooperativeId: string;
  cooperative: string;
  departementCode: string;
  structureId: string;
  structure: string;
  annee: number;
  trimestre: number;
  etat: EtatBilan;
  echeance: string;
  enRetard: boolean;
  joursDeRetard: number;
  /** How much it asks. */
  niveau: NiveauBilan;
  /** ISO instant and reason of the closing of the quarter's collection; null while it is open. */
  collecteCloseLe: string | null;
  collecteMotif: string | null;
  beneficiairesCibles: number | null;
  contenu: ContenuBilan;
  /** What was said the quarter before, if a report was received. */
  precedent: { annee: number; trimestre: number; contenu: ContenuBilan } | null;
  indicateurs: IndicateurBilan[];
  retours: { question: string; motif: string; par: string; le: string }[];
  manques: ErreurChamp[];
  remplies: number;
  total: number;
  /** Who wrote each part of the draft, by key; told to its structure alone. */
  auteurs: AuteursBilan;
  modifiable: boolean;
  transitions: { vers: EtatBilan; acte: string; retours: boolean }[];
  numeroVersion: number;
  transmisLe: string | null;
  transmisPar: string | null;
  valideLe: string | null;
  validePar: string | null;
  enregistreLe: string;
  version: number;
}

/** What a successful autosave answers. */
export interface BrouillonEnregistre {
  version: number;
  etat: EtatBilan;
  enregistreLe: string;
  remplies: number;
  total: number;
  manques: ErreurChamp[];
}

/** One sending of a report, kept for ever (R15). */
export interface VersionBilan {
  numero: number;
  transmisLe: string;
  transmisPar: string;
  contenu: ContenuBilan;
  /** Reasons for which this version was sent back, if it was. */
  retours: { question: string; motif: string; par: string; le: string }[];
}

export interface RecuBilan {
  id: string;
  numero: number;
  action: string;
  cooperative: string;
  structure: string;
  annee: number;
  trimestre: number;
  niveau: NiveauBilan;
  transmisLe: string;
  transmisPar: string;
  /** SHA-256 of the content, hexadecimal: proves what was sent. */
  empreinte: string;
  demonstration: boolean;
  contenu: ContenuBilan;
  indicateurs: { id: string; libelle: string; unite: Unite }[];
}
