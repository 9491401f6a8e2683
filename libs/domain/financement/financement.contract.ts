import {
  Choix,
  DateJour,
  Entier,
  Identifiant,
  ListeObjets,
  Montant,
  Texte,
  TexteLong,
  Version,
} from '../commun/champs';
import { PageDemandee } from '../commun/page.contract';
import type { Avertissement } from '../cooperatives/avertissements.rules';
import type { Operation } from '../droits/droits.rules';
import type { CompteRenduFinancierResume } from './compte-rendu-financier.contract';
import {
  GENRES_VERSEMENT,
  SUITES_NON_DEPENSE,
  type EtatActe,
  type FormeActe,
  type GenreVersement,
  type Solde,
  type SuiteNonDepense,
} from './financement.rules';
import { CODES_NATURES, type NatureFinancement } from './natures';

const Annee = (requis = true): PropertyDecorator => Entier({ libelle: 'Année', requis, min: 2000, max: 2100 });

/** Budget of the programme of a CA for a year. The first one has no version. */
export class BudgetSaisi {
  @Montant({ libelle: 'Budget du programme', requis: true, min: 0 }) montant!: number;
  @TexteLong({ libelle: 'Note', max: 2000 }) note?: string | null;
  @Entier({ libelle: 'Version', min: 1 }) version?: number | null;
}

/** What a funder, or the structure itself, brings for a structure, a year and possibly one action. */
export class EngagementSaisi {
  @Identifiant({ libelle: 'Structure', requis: true }) structureId!: string;
  @Identifiant({ libelle: 'Fiche-action' }) ficheActionId?: string | null;
  @Annee() annee!: number;
  @Choix(CODES_NATURES, { libelle: 'Nature du financement', requis: true }) nature!: NatureFinancement;
  @Texte({ libelle: 'Financeur', max: 200 }) financeur?: string | null;
  @Montant({ libelle: 'Montant', requis: true }) montant!: number;
  @TexteLong({ libelle: 'Objet', max: 1000 }) objet?: string | null;
}
export class EngagementCree extends EngagementSaisi {
  @Identifiant({ libelle: 'Coopérative', requis: true }) cooperativeId!: string;
}
export class EngagementModifie extends EngagementSaisi {
  /** Spent over the year, once it is known. */
  @Montant({ libelle: 'Montant dépensé', min: 0 }) depense?: number | null;
  @Choix(SUITES_NON_DEPENSE, { libelle: 'Montant non dépensé' }) suiteNonDepense?: SuiteNonDepense | null;
  @Version() version!: number;
}

/** Carries the remainder of an engagement over to the next year. */
export class ReportDemande {
  @Version() version!: number;
}

/** A share of an amount to split (R14). */
export class CleRepartition {
  @Identifiant({ libelle: 'Structure', requis: true }) structureId!: string;
  @Identifiant({ libelle: 'Fiche-action' }) ficheActionId?: string | null;
  @Entier({ libelle: 'Clé', requis: true, max: 1_000_000 }) cle!: number;
}
/** An amount of one nature to split between structures by keys: one engagement each. */
export class RepartitionSaisie {
  @Annee() annee!: number;
  @Choix(CODES_NATURES, { libelle: 'Nature du financement', requis: true }) nature!: NatureFinancement;
  @Texte({ libelle: 'Financeur', max: 200 }) financeur?: string | null;
  @Montant({ libelle: 'Montant à répartir', requis: true }) montant!: number;
  @ListeObjets(() => CleRepartition, { libelle: 'Clés de répartition', requis: true, max: 100 })
  cles!: CleRepartition[];
}

export class VersementSaisi {
  @Choix(GENRES_VERSEMENT, { libelle: 'Genre', requis: true }) genre!: GenreVersement;
  @Montant({ libelle: 'Montant', requis: true }) montant!: number;
  @DateJour({ libelle: 'Date prévue', requis: true }) prevuLe!: string;
  @DateJour({ libelle: 'Date de paiement' }) verseLe?: string | null;
  @Texte({ libelle: 'Libellé', max: 200 }) libelle?: string | null;
  /** Asked when the payments pass what is engaged. */
  @Texte({ libelle: 'Motif du dépassement', max: 500 }) motifDepassement?: string | null;
}
export class VersementModifie extends VersementSaisi {
  @Version() version!: number;
}

/** The act by which the ARS engages itself towards a structure for a year; R4 tells its form. */
export class ActeSaisi {
  @Texte({ libelle: 'Numéro de l’acte', max: 60 }) reference?: string | null;
  @Entier({ libelle: 'Durée, en années', requis: true, min: 1, max: 5 }) duree!: number;
  @DateJour({ libelle: 'Date de la demande de subvention' }) demandeLe?: string | null;
  @Texte({ libelle: 'Signataire pour l’ARS', max: 200 }) signataireArs?: string | null;
  @Texte({ libelle: 'Représentant de la structure', max: 200 }) signataireStructure?: string | null;
  @Texte({ libelle: 'Imputation budgétaire', max: 200 }) imputation?: string | null;
  @TexteLong({ libelle: 'Autres visas', max: 2000 }) visas?: string | null;
}
export class ActeCree extends ActeSaisi {
  @Identifiant({ libelle: 'Coopérative', requis: true }) cooperativeId!: string;
  @Identifiant({ libelle: 'Structure', requis: true }) structureId!: string;
  @Annee() annee!: number;
}
export class ActeModifie extends ActeSaisi {
  @Version() version!: number;
}
export class SignatureActe {
  @DateJour({ libelle: 'Date de signature', requis: true }) signeLe!: string;
  @Version() version!: number;
}

export class FinancementDemande {
  @Annee(false) annee?: number;
}
/** Filters of the money of a region, the same for lines and totals, so that each total opens exactly what is behind it. */
export class EngagementsDemandes extends PageDemandee {
  @Annee(false) annee?: number;
  @Texte({ libelle: 'Département', max: 3 }) departement?: string;
  @Identifiant({ libelle: 'Coopérative' }) cooperative?: string;
  @Identifiant({ libelle: 'Structure' }) structure?: string;
  @Choix(CODES_NATURES, { libelle: 'Nature du financement' }) nature?: NatureFinancement;
}
export const AXES_FINANCEMENT = ['cooperative', 'structure', 'nature', 'departement', 'annee'] as const;
export type AxeFinancement = (typeof AXES_FINANCEMENT)[number];
export const LIBELLES_AXES_FINANCEMENT: Record<AxeFinancement, string> = {
  cooperative: 'Coopérative',
  structure: 'Structure',
  nature: 'Nature du financement',
  departement: 'Département',
  annee: 'Année',
};
export class TotauxFinancementDemandes extends EngagementsDemandes {
  /** By CA when it is not told. */
  @Choix(AXES_FINANCEMENT, { libelle: 'Axe' }) axe?: AxeFinancement;
}

export interface VersementLu extends Required<VersementSaisi> {
  id: string;
  version: number;
}
/** One engagement, and where its money stands. */
export interface EngagementLigne extends Solde {
  id: string;
  cooperativeId: string;
  cooperative: string;
  departementCode: string;
  structureId: string;
  structure: string;
  ficheActionId: string | null;
  action: string | null;
  annee: number;
  nature: NatureFinancement;
  financeur: string | null;
  montant: number;
  objet: string | null;
  depense: number | null;
  suiteNonDepense: SuiteNonDepense | null;
  acteId: string | null;
  /** Number of the signed act, or its form. */
  acte: string | null;
  /** The engagement of the year before whose remainder it is. */
  reporteDe: string | null;
  version: number;
}
export interface EngagementLu extends EngagementLigne {
  versements: VersementLu[];
  /** The engagement of the next year to which its remainder went. */
  report: { id: string; annee: number; montant: number } | null;
  operations: Operation[];
}

export interface ActeLu extends Required<ActeSaisi> {
  id: string;
  cooperativeId: string;
  structureId: string;
  structure: string;
  annee: number;
  etat: EtatActe;
  /** What was signed; in a draft, what R4 asks for today. */
  forme: FormeActe | null;
  signeLe: string | null;
  /** Sum of what it covers. */
  montant: number;
  engagements: number;
  /** Letters attached (R5). */
  lettres: number;
  /** What R5 still asks for. */
  manques: string[];
  version: number;
}

/** The year of a structure in a CA. */
export interface FinancementStructure {
  structureId: string;
  structure: string;
  montant: number;
  verse: number;
  subventionsArs: number;
  /** All that the ARS grants it in the year, in the region: null for who may not know. */
  subventionsRegion: number | null;
  forme: FormeActe | null;
}
/** The money of a CA for a year, as far as the reader may see it. */
export interface FinancementLu {
  annee: number;
  /** Years that have a budget or an engagement, and this one. */
  annees: number[];
  budget: { montant: number; note: string | null; version: number } | null;
  engage: number;
  verse: number;
  ecart: number | null;
  avertissements: Avertissement[];
  /** Null for who sees the CA's total alone. */
  parStructure: FinancementStructure[] | null;
  engagements: EngagementLigne[];
  actes: ActeLu[];
  comptesRendus: CompteRenduFinancierResume[];
  /** A partnership convention is in force (R5). */
  conventionEnVigueur: boolean;
  operations: Operation[];
}

export interface TotalFinancement {
  /** Value of the axis; null for the total of the whole selection. */
  cle: string | null;
  libelle: string;
  engagements: number;
  montant: number;
  subventionsArs: number;
  verse: number;
  reverse: number;
  solde: number;
}
export interface TotauxFinancement {
  axe: AxeFinancement;
  total: TotalFinancement;
  lignes: TotalFinancement[];
}

/** What the document of an act says: gathered from the application while it is a draft, kept as it was once signed. */
export interface ActeFige {
  forme: FormeActe;
  reference: string | null;
  duree: number;
  annee: number;
  region: string;
  departement: string;
  cooperative: string;
  structure: {
    nom: string;
    formeJuridique: string;
    siret: string | null;
    rna: string | null;
    finess: string | null;
    adresse: string | null;
  };
  lignes: { action: string | null; objet: string | null; nature: NatureFinancement; montant: number }[];
  /** Décisions of the year that a convention follows. */
  precedents: { reference: string | null; signeLe: string; montant: number }[];
  echeancier: { prevuLe: string; montant: number; libelle: string | null }[];
  demandeLe: string | null;
  conventionEnVigueur: boolean;
  signataireArs: string | null;
  signataireStructure: string | null;
  imputation: string | null;
  visas: string | null;
  signeLe: string | null;
  demonstration: boolean;
}
