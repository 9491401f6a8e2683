import { Entier, ListeCodes, Texte, TexteLong, Version } from '../commun/champs';
import { Courriel } from '../commun/courriel';
import { BrouillonBilan, type IndicateurBilan } from './bilan.contract';
import type { ContenuBilan, NiveauBilan } from './bilan.rules';
import { JOURS_CONTRIBUTION_MAX } from './contribution.rules';

/** `POST /api/bilans-trimestriels/:id/contributions`: questions given to somebody, by a link that expires. */
export class ContributionDemandee {
  @ListeCodes({ libelle: 'Questions', requis: true, motif: /^[a-z]+(:[0-9a-f-]{36})?$/, min: 1, max: 120 })
  questions!: string[];
  @Texte({ libelle: 'Nom', requis: true, max: 120 }) nom!: string;
  @Courriel({ libelle: 'Courriel', requis: true }) courriel!: string;
  @TexteLong({ libelle: 'Mot d’accompagnement', max: 1000 }) mot?: string | null;
  @Entier({ libelle: 'Durée du lien (jours)', requis: true, min: 1, max: JOURS_CONTRIBUTION_MAX }) jours!: number;
}

/** What the structure sees of a contribution that it asked. */
export interface ContributionLue {
  id: string;
  questions: string[];
  nom: string;
  courriel: string;
  demandePar: string;
  demandeLe: string;
  expireLe: string;
  retireeLe: string | null;
  ecritLe: string | null;
  finieLe: string | null;
  /** What they wrote; null until they have finished. */
  contenu: ContenuBilan | null;
}

/** `GET /api/contributions/:jeton`: what a link opens. */
export interface ContributionPublique {
  id: string;
  action: string;
  structure: string;
  annee: number;
  trimestre: number;
  niveau: NiveauBilan;
  questions: string[];
  nom: string;
  mot: string | null;
  demandePar: string;
  expireLe: string;
  ecritLe: string | null;
  finieLe: string | null;
  /** False once it is finished, or once the report is sent. */
  ouverte: boolean;
  beneficiairesCibles: number | null;
  contenu: ContenuBilan;
  precedent: { annee: number; trimestre: number; contenu: ContenuBilan } | null;
  indicateurs: IndicateurBilan[];
  version: number;
}

/** `PUT /api/contributions/:jeton`. */
export class ContributionEcrite extends BrouillonBilan {}

/** `POST /api/contributions/:jeton/fin`. */
export class ContributionFinie {
  @Version() version!: number;
}
