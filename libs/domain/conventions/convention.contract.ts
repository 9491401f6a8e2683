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
import {
  GENRES_PARTIE,
  type ArticleCompose,
  type ArticleConvention,
  type DonneesConvention,
  type GenrePartie,
  type ModeSignature,
  type PartieConvention,
} from './contenu';
import type { ManqueConvention } from './composition.rules';
import type { Difference } from './differences.rules';
import { ETATS_ACTE, type EtatActe, type EtatConvention, type GenreActe, type Periode } from './etats.rules';
import type { FauteModele } from './variables.rules';

const CLE_ARTICLE = { motif: /^(preambule|[1-9](\.[1-9])?)$/, attendu: 'choisir dans la liste' };

/** What makes a draft: parties are the ARS and the member structures of the CA, until they are changed. */
export class ConventionCreee {
  @Identifiant({ libelle: 'Coopérative', requis: true }) cooperativeId!: string;
  @Entier({ libelle: 'Durée (mois)', requis: true, min: 12, max: 60 }) dureeMois!: number;
}

export class PartieSaisie {
  @Identifiant({ libelle: 'Identifiant' }) id?: string | null;
  @Choix(GENRES_PARTIE, { libelle: 'Genre', requis: true }) genre!: GenrePartie;
  @Identifiant({ libelle: 'Structure' }) structureId?: string | null;
  @Texte({ libelle: 'Nom de la partie', requis: true, max: 200 }) nom!: string;
  @Texte({ libelle: 'Représentant', max: 160 }) representant?: string | null;
  @Texte({ libelle: 'En qualité de', max: 160 }) qualite?: string | null;
  /** Account that may sign for this party in the application. */
  @Identifiant({ libelle: 'Signataire' }) signataireId?: string | null;
}
export class PartiesSaisies {
  /** In the order of the document. */
  @ListeObjets(() => PartieSaisie, { libelle: 'Parties', requis: true, max: 60 }) parties!: PartieSaisie[];
  @Version() version!: number;
}

export class TexteArticleSaisi {
  @TexteFormate({ libelle: 'Article', requis: true, ...CLE_ARTICLE }) cle!: string;
  /** Rich text with variables; null gives back the template's own. */
  @TexteLong({ libelle: 'Texte de l’article', max: 40_000 }) texte?: string | null;
}
export class ActeModifie {
  /** Articles written for this convention alone; those that are left out stay as they are. */
  @ListeObjets(() => TexteArticleSaisi, { libelle: 'Articles', max: 20 }) textes?: TexteArticleSaisi[] | null;
  /** Why an avenant is made. */
  @TexteLong({ libelle: 'Objet de l’avenant', max: 4000 }) objet?: string | null;
  @Entier({ libelle: 'Durée (mois)', min: 12, max: 60 }) dureeMois?: number | null;
  @Version() version!: number;
}
export class TransitionActeDemandee {
  @Choix(ETATS_ACTE, { libelle: 'État', requis: true }) vers!: EtatActe;
  @TexteLong({ libelle: 'Motif', max: 2000 }) motif?: string | null;
  @Version() version!: number;
}
export class AvenantCree {
  @Choix(['AVENANT', 'RENOUVELLEMENT'], { libelle: 'Genre', requis: true }) genre!: 'AVENANT' | 'RENOUVELLEMENT';
  @TexteLong({ libelle: 'Objet de l’avenant', requis: true, max: 4000 }) objet!: string;
  /** With `RENOUVELLEMENT`: for how long. */
  @Entier({ libelle: 'Durée (mois)', min: 12, max: 60 }) dureeMois?: number | null;
}

export class RemarqueSaisie {
  @TexteFormate({ libelle: 'Article', requis: true, ...CLE_ARTICLE }) article!: string;
  @TexteLong({ libelle: 'Remarque', requis: true, max: 4000 }) texte!: string;
}
export class RemarqueTraitee {
  @Booleen({ libelle: 'Traitée', requis: true }) traitee!: boolean;
}

/** A copy signed by hand, deposited by who animates the CA: the scan is an attached document of the acte. */
export class SignaturePapierSaisie {
  @Identifiant({ libelle: 'Partie', requis: true }) partieId!: string;
  @DateJour({ libelle: 'Date de signature', requis: true }) signeLe!: string;
  @Identifiant({ libelle: 'Copie signée', requis: true }) pieceId!: string;
}
export class CodeDemande {
  @Identifiant({ libelle: 'Partie', requis: true }) partieId!: string;
}
export class SignatureEnLigneSaisie {
  @Identifiant({ libelle: 'Partie', requis: true }) partieId!: string;
  @TexteFormate({
    libelle: 'Code',
    requis: true,
    motif: /^\d{6}$/,
    attendu: 'les six chiffres reçus par courriel sont attendus',
  })
  code!: string;
}

export class ResiliationSaisie {
  /** Who puts an end to the convention. */
  @Identifiant({ libelle: 'Partie', requis: true }) partieId!: string;
  /** Last day on which another party received the registered letter (R8). */
  @DateJour({ libelle: 'Réception de la lettre', requis: true }) recueLe!: string;
  @TexteLong({ libelle: 'Motif', requis: true, max: 2000 }) motif!: string;
  @Version() version!: number;
}

/** A member structure asks to leave at the annual deadline. */
export class DepartDemande {
  @Identifiant({ libelle: 'Structure', requis: true }) structureId!: string;
  @DateJour({ libelle: 'Date de la demande', requis: true }) demandeLe!: string;
  @TexteLong({ libelle: 'Motif', requis: true, max: 2000 }) motif!: string;
}
/** The delegation has consulted the members on it. */
export class ConsultationSaisie {
  @DateJour({ libelle: 'Consultation des membres', requis: true }) consulteLe!: string;
  @TexteLong({ libelle: 'Ce que les membres ont dit', requis: true, max: 4000 }) compteRendu!: string;
  @Version() version!: number;
}

export class ArticleModele {
  @TexteFormate({ libelle: 'Article', requis: true, ...CLE_ARTICLE }) cle!: string;
  @Texte({ libelle: 'Titre', requis: true, max: 160 }) titre!: string;
  @TexteLong({ libelle: 'Texte de l’article', requis: true, max: 40_000 }) texte!: string;
}
export class ModeleSaisi {
  @ListeObjets(() => ArticleModele, { libelle: 'Articles', requis: true, max: 20 }) articles!: ArticleModele[];
  @Texte({ libelle: 'Ce qui change', requis: true, max: 300 }) motif!: string;
  /** Number of the version that was edited: a newer one refuses this one. */
  @Entier({ libelle: 'Version', requis: true, min: 0 }) numero!: number;
}
/** `GET /api/regions/{code}/modele-convention`: what a region's conventions are made from. */
export interface ModeleLu {
  /** 0: the guide's own, never edited. */
  numero: number;
  articles: ArticleConvention[];
  versions: { numero: number; motif: string; creeLe: string; creePar: string | null }[];
}
export interface ApercuModele {
  fautes: FauteModele[];
  /** The template read with the data of a CA of the region, when there is one. */
  articles: ArticleCompose[];
}

export interface PartieLue extends PartieConvention {
  signataireId: string | null;
  signataire: string | null;
}
export interface DepartLu {
  id: string;
  structureId: string;
  structure: string;
  demandeLe: string;
  motif: string;
  demandePar: string | null;
  consulteLe: string | null;
  compteRendu: string | null;
  /** Last day as a party: decided by the consultation, or what it would be if the members were consulted today. */
  echeance: string | null;
  decide: boolean;
  peut: { consulter: boolean; retirer: boolean };
  version: number;
}
export interface SignatureLue {
  partieId: string;
  signeLe: string;
  mode: ModeSignature;
  /** Who deposited the copy, or signed. */
  par: string | null;
  pieceId: string | null;
  /** SHA-256 of the exact file that was signed in the application. */
  empreinte: string | null;
}
export interface ActeResume {
  id: string;
  genre: GenreActe;
  numero: number;
  /** « Convention », « Avenant nº 2 ». */
  nom: string;
  etat: EtatActe;
  objet: string | null;
  dureeMois: number;
  figeLe: string | null;
  effet: string | null;
  /** Signatures given, of those that are expected. */
  signatures: number;
  attendues: number;
}
export interface ConventionLigne {
  id: string;
  cooperativeId: string;
  numero: number;
  etat: EtatConvention;
  periode: Periode | null;
  actes: ActeResume[];
}
/** `GET /api/conventions/{id}` */
export interface ConventionLue {
  id: string;
  cooperativeId: string;
  cooperative: string;
  departementCode: string;
  numero: number;
  etat: EtatConvention;
  periodes: Periode[];
  /** R10, when the convention is in force. */
  limiteBilanAnnuel: string | null;
  parties: PartieLue[];
  /** Accounts that may be named to sign for a structure, or for the ARS (null). */
  signatairesPossibles: { id: string; nom: string; structureId: string | null }[];
  actes: ActeResume[];
  resiliation: { partie: string; recueLe: string; effet: string; motif: string } | null;
  /** Members who leave, or have left, the last first. */
  departs: DepartLu[];
  /** R7: what the programme says otherwise than the signed text, and no avenant carries yet. */
  differences: Difference[];
  /** What the caller may do. */
  peut: { rediger: boolean; avenant: boolean; renouveler: boolean; resilier: boolean };
  /** Parties for which the caller may ask to leave. */
  peutQuitter: { structureId: string; nom: string }[];
  demonstration: boolean;
  version: number;
}
/** A party's logo: that of its structure today, or the one that it had when the text was frozen. */
export interface LogoPartie {
  partieId: string;
  /** Whose it is. */
  nom: string;
  /** Hash of the image: its address changes with it. */
  empreinte: string;
}
/** `GET /api/actes/{id}` */
export interface ActeLu extends ActeResume {
  conventionId: string;
  cooperativeId: string;
  cooperative: string;
  /** Text with its variables, for who writes it. */
  saisie: ArticleConvention[];
  /** Keys of the articles written for this convention alone. */
  propres: string[];
  articles: ArticleCompose[];
  parties: PartieConvention[];
  logos: LogoPartie[];
  /** For who writes it: what its variables are read in, so that the page reads them as one types. */
  donnees: DonneesConvention | null;
  /** For an avenant: against the text in force before it. */
  differences: Difference[];
  manques: ManqueConvention[];
  remarques: RemarqueLue[];
  recueil: SignatureLue[];
  empreinte: string | null;
  transitions: { vers: EtatActe; acte: string; motifRequis: boolean }[];
  peut: { rediger: boolean; remarquer: boolean; deposer: boolean };
  /** Parties for which the caller signs in the application. */
  aSigner: string[];
  version: number;
}
export interface RemarqueLue {
  id: string;
  article: string;
  texte: string;
  auteur: string;
  structure: string | null;
  creeLe: string;
  traitee: boolean;
}
/** `GET /api/conventions/{id}/texte?jour=`: what binds the parties on a day. */
export class TexteDemande {
  @DateJour({ libelle: 'Jour' }) jour?: string;
}
export interface TexteConsolide {
  jour: string;
  etat: EtatConvention;
  /** Last text that modified it: « Avenant nº 2, en vigueur depuis le … ». */
  acte: ActeResume | null;
  articles: ArticleCompose[];
  parties: PartieConvention[];
  logos: LogoPartie[];
}
/** Banner of a page that edits what a signed convention holds (R7). */
export interface ConventionTouchee {
  conventionId: string;
  numero: number;
  /** Text that holds it: « Convention », « Avenant nº 1 ». */
  acte: string;
}
/** `GET /api/cooperatives/{id}/convention-en-vigueur`: what the convention in force of a CA holds; null without one. */
export interface ConventionEnVigueur {
  convention: ConventionDecrite | null;
}
export interface ConventionDecrite extends ConventionTouchee {
  /** Ids of the objectives of article 1. */
  objectifs: string[];
  /** Its general objective stands in the preamble. */
  general: boolean;
  /** Ids of the structures that are parties, or carry an action. */
  structures: string[];
}
