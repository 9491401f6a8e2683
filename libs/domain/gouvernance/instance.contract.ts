import { Choix, DateJour, Entier, Identifiant, Texte, TexteLong, Version } from '../commun/champs';
import { Courriel } from '../commun/courriel';
import type { Avertissement } from '../cooperatives/avertissements.rules';
import {
  GENRES_INSTANCE,
  QUALITES_MEMBRE,
  type EtatCompteRendu,
  type EtatReunion,
  type EtatTache,
  type GenreInstance,
  type QualiteMembre,
} from './genres';

/** An instance of a CA: who sits, how often, what it is for (« rendre lisible pour tous », guide 5.1 B). */
export class InstanceSaisie {
  @Choix(GENRES_INSTANCE, { libelle: 'Genre', requis: true }) genre!: GenreInstance;
  @Texte({ libelle: 'Nom', requis: true, max: 160 }) intitule!: string;
  @TexteLong({ libelle: 'Rôle', max: 4000 }) role?: string | null;
  /** Longest time between two meetings; R13 unless the CA sets its own. */
  @Entier({ libelle: 'Rythme (jours)', min: 1, max: 400 }) periodiciteJours?: number | null;
  /** Share of the voting seats, in percent. */
  @Entier({ libelle: 'Quorum (%)', min: 1, max: 100 }) quorum?: number | null;
}
export class InstanceModifiee extends InstanceSaisie {
  @Version() version!: number;
}

/** One seat: titulaire, and suppléant when there is one. */
export class MembreSaisi {
  @Choix(QUALITES_MEMBRE, { libelle: 'Qualité', requis: true }) qualite!: QualiteMembre;
  @Identifiant({ libelle: 'Structure' }) structureId?: string | null;
  @Texte({ libelle: 'Titulaire', requis: true, max: 120 }) titulaireNom!: string;
  @Courriel({ libelle: 'Courriel du titulaire' }) titulaireCourriel?: string | null;
  @Texte({ libelle: 'Suppléant', max: 120 }) suppleantNom?: string | null;
  @Courriel({ libelle: 'Courriel du suppléant' }) suppleantCourriel?: string | null;
  @DateJour({ libelle: 'Début du mandat', requis: true }) debut!: string;
  @DateJour({ libelle: 'Fin du mandat' }) fin?: string | null;
}
export class MembreModifie extends MembreSaisi {
  @Version() version!: number;
}

export interface MembreLu {
  id: string;
  qualite: QualiteMembre;
  structureId: string | null;
  structure: string | null;
  titulaireNom: string;
  /** Addresses are for those who run the instance. */
  titulaireCourriel: string | null;
  suppleantNom: string | null;
  suppleantCourriel: string | null;
  debut: string;
  fin: string | null;
  enMandat: boolean;
  version: number;
}

export interface InstanceLue {
  id: string;
  cooperativeId: string;
  genre: GenreInstance;
  intitule: string;
  role: string | null;
  periodiciteJours: number | null;
  quorum: number | null;
  membres: MembreLu[];
  /** Member structures of the CA without a seat in force (R2 for the copil). */
  structuresSansSiege: { id: string; nom: string }[];
  avertissements: Avertissement[];
  version: number;
}

/** Where the minutes of a meeting stand for who reads; null: none that they may read. */
export type EtatCompteRenduLu = Exclude<EtatCompteRendu, 'REMPLACE'> | null;

export interface ReunionLigne {
  id: string;
  instanceId: string;
  genre: GenreInstance;
  numero: number;
  titre: string;
  etat: EtatReunion;
  /** Instants, ISO 8601 in UTC. */
  debut: string | null;
  fin: string | null;
  fuseau: string;
  lieu: string | null;
  visio: string | null;
  decisions: number;
  taches: number;
  compteRendu: EtatCompteRenduLu;
  demonstration: boolean;
}

export interface TacheLue {
  id: string;
  reunionId: string;
  reunion: string;
  cooperativeId: string;
  cooperative: string;
  pointId: string | null;
  quoi: string;
  qui: string;
  utilisateurId: string | null;
  structureId: string | null;
  echeance: string | null;
  etat: EtatTache;
  enRetard: boolean;
  /** The caller may say where it stands. */
  modifiable: boolean;
  version: number;
}

/** `GET /api/cooperatives/{id}/gouvernance`: instances, meetings, tasks and what the guide expects. */
export interface GouvernanceLue {
  instances: InstanceLue[];
  reunions: ReunionLigne[];
  taches: TacheLue[];
  avertissements: Avertissement[];
  operations: string[];
}
