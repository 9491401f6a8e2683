import {
  Booleen,
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
import {
  CENT_POUR_CENT,
  GENRES_MISE,
  POSTES_COUT,
  type Approbations,
  type EtatAppel,
  type EtatMise,
  type GenreMise,
  type MontantDu,
  type PosteCout,
} from './mise-a-disposition.rules';

/** A structure that benefits, and its share of the cost, in hundredths of a percent. */
export class BeneficiaireSaisi {
  @Identifiant({ libelle: 'Structure bénéficiaire', requis: true }) structureId!: string;
  @Entier({ libelle: 'Clé de répartition', requis: true, max: CENT_POUR_CENT }) cle!: number;
}
class Cout {
  @Entier({ libelle: 'Année', requis: true, min: 2000, max: 2100 }) annee!: number;
  @Choix(POSTES_COUT, { libelle: 'Poste', requis: true }) poste!: PosteCout;
  @Texte({ libelle: 'Précision', max: 200 }) libelle?: string | null;
}
/** A line of cost, as it is planned. */
export class CoutPrevu extends Cout {
  @Montant({ libelle: 'Coût prévu', requis: true, min: 0 }) prevu!: number;
}
/** A line of cost once it is known; without `id`, it was not planned. */
export class CoutReel extends Cout {
  @Identifiant({ libelle: 'Ligne' }) id?: string | null;
  @Montant({ libelle: 'Coût réel', min: 0 }) reel?: number | null;
}

/** No person is named: a function and a share of working time say what is needed, and no more is kept. */
export class MiseADispositionSaisie {
  @Choix(GENRES_MISE, { libelle: 'Nature', requis: true }) genre!: GenreMise;
  @Texte({ libelle: 'Objet', requis: true, max: 200 }) intitule!: string;
  @TexteLong({ libelle: 'Contexte', max: 3000 }) contexte?: string | null;
  @Identifiant({ libelle: 'Fiche-action' }) ficheActionId?: string | null;
  @Texte({ libelle: 'Fonction', max: 200 }) fonction?: string | null;
  /** Hundredths of a percent. */
  @Entier({ libelle: 'Part du temps de travail', min: 1, max: CENT_POUR_CENT }) quotite?: number | null;
  @TexteLong({ libelle: 'Moyens partagés', max: 3000 }) moyens?: string | null;
  @Identifiant({ libelle: 'Structure porteuse du contrat avec les tiers' }) porteurContratId?: string | null;
  @DateJour({ libelle: 'Début', requis: true }) debut!: string;
  @DateJour({ libelle: 'Fin', requis: true }) fin!: string;
  @Entier({ libelle: 'Clé de la structure qui met à disposition', requis: true, max: CENT_POUR_CENT })
  clePreteur!: number;
  @ListeObjets(() => BeneficiaireSaisi, { libelle: 'Structures bénéficiaires', requis: true, max: 30 })
  beneficiaires!: BeneficiaireSaisi[];
  @ListeObjets(() => CoutPrevu, { libelle: 'Coûts prévus', requis: true, max: 100 }) couts!: CoutPrevu[];
  @Booleen({ libelle: 'TVA applicable', requis: true }) tva!: boolean;
  /** Hundredths of a percent. */
  @Entier({ libelle: 'Taux de TVA', min: 1, max: CENT_POUR_CENT }) tauxTva?: number | null;
  @Texte({ libelle: 'Raison, sans TVA', max: 300 }) motifSansTva?: string | null;
  @TexteLong({ libelle: 'Engagements de la structure qui met à disposition', max: 3000 }) obligationsPreteur?:
    string | null;
  @TexteLong({ libelle: 'Engagements des bénéficiaires', max: 3000 }) obligationsBeneficiaires?: string | null;
}
export class MiseADispositionCreee extends MiseADispositionSaisie {
  @Identifiant({ libelle: 'Coopérative', requis: true }) cooperativeId!: string;
  @Identifiant({ libelle: 'Structure qui met à disposition', requis: true }) structureId!: string;
}
export class MiseADispositionModifiee extends MiseADispositionSaisie {
  @Version() version!: number;
}

export class MisesDemandees {
  @Identifiant({ libelle: 'Coopérative' }) cooperative?: string;
}
export const SUITES_MISE = ['A_APPROUVER', 'BROUILLON', 'TERMINEE', 'RESILIEE'] as const;
export class TransitionMise {
  @Choix(SUITES_MISE, { libelle: 'État', requis: true }) vers!: (typeof SUITES_MISE)[number];
  /** Asked when it ends. */
  @DateJour({ libelle: 'Date de fin' }) le?: string | null;
  /** Asked when it is ended before its term. */
  @TexteLong({ libelle: 'Motif', max: 1000 }) motif?: string | null;
  @Version() version!: number;
}
/** What a structure approves, and when it signs. */
export class ApprobationSaisie {
  @DateJour({ libelle: 'Information-consultation du CSE' }) cseLe?: string | null;
  @Texte({ libelle: 'CSE sans objet, raison', max: 300 }) cseSansObjet?: string | null;
  @DateJour({ libelle: 'Délibération du conseil d’administration' }) deliberationLe?: string | null;
  @DateJour({ libelle: 'Avenant au contrat de travail' }) avenantLe?: string | null;
  @Texte({ libelle: 'Signataire', max: 200 }) signataire?: string | null;
  @DateJour({ libelle: 'Date de signature' }) signeLe?: string | null;
  @Version() version!: number;
}
export class CoutsReels {
  @ListeObjets(() => CoutReel, { libelle: 'Coûts', requis: true, max: 200 }) couts!: CoutReel[];
  @Version() version!: number;
}
export class PeriodeSaisie {
  @DateJour({ libelle: 'Du', requis: true }) debut!: string;
  @DateJour({ libelle: 'Au', requis: true }) fin!: string;
  @Montant({ libelle: 'Coût réel de la période', requis: true }) cout!: number;
}
/** Where a call stands: nothing while it is planned, then its invoice, then its payment. */
export class AppelModifie {
  @Montant({ libelle: 'Montant facturé hors taxes', min: 0 }) montant?: number | null;
  @DateJour({ libelle: 'Date de la facture' }) factureLe?: string | null;
  @Texte({ libelle: 'Numéro de la facture', max: 60 }) numero?: string | null;
  @DateJour({ libelle: 'Date de paiement' }) payeLe?: string | null;
  @Version() version!: number;
}

export interface PartieMise extends Approbations {
  structureId: string;
  cle: number;
  signataire: string | null;
  signeLe: string | null;
  version: number;
  /** The reader records for it. */
  approuvable: boolean;
}
export interface CoutLu extends Required<CoutPrevu> {
  id: string;
  reel: number | null;
}
export interface AppelLu extends MontantDu {
  id: string;
  structureId: string;
  structure: string;
  factureLe: string | null;
  numero: string | null;
  payeLe: string | null;
  etat: EtatAppel;
  version: number;
}
export interface PeriodeLue {
  id: string;
  debut: string;
  fin: string;
  cout: number;
  /** What stays with the lender. */
  partPreteur: number;
  appels: AppelLu[];
}
/** A line of the list of a CA. */
export interface MiseResume {
  id: string;
  cooperativeId: string;
  genre: GenreMise;
  etat: EtatMise;
  intitule: string;
  structureId: string;
  structure: string;
  beneficiaires: string[];
  debut: string;
  fin: string;
  /** Sums of its lines, in cents. */
  coutPrevu: number;
  coutReel: number;
  manques: number;
}
export interface MisesLues {
  mises: MiseResume[];
  /** Structures for which the reader may begin one, when a CA is asked. */
  preteurs: { structureId: string; structure: string }[];
}
type Champs = Omit<MiseADispositionSaisie, 'beneficiaires' | 'couts' | 'clePreteur'>;
export interface MiseADispositionLue extends Required<Champs> {
  id: string;
  cooperativeId: string;
  structureId: string;
  structure: string;
  etat: EtatMise;
  action: string | null;
  porteurContrat: string | null;
  parties: PartieMise[];
  couts: CoutLu[];
  periodes: PeriodeLue[];
  /** What the next step waits for: to be sent to approval, or to be signed. */
  manques: string[];
  /** Day of the last signature. */
  signeeLe: string | null;
  finEffective: string | null;
  motifFin: string | null;
  /** The signed one that it replaces, and the one that replaces it. */
  remplace: { id: string; intitule: string } | null;
  remplacee: { id: string; intitule: string } | null;
  redigeable: boolean;
  version: number;
}

export interface StructureMise {
  structureId: string;
  nom: string;
  formeJuridique: string;
  siret: string | null;
  rna: string | null;
  finess: string | null;
  adresse: string | null;
  preteur: boolean;
  cle: number;
}
/** What the boards approve and the parties sign, kept as it was when it was sent to them. */
export interface MiseFigee extends Omit<Required<Champs>, 'ficheActionId' | 'porteurContratId'> {
  region: string;
  departement: string;
  cooperative: string;
  action: string | null;
  porteurContrat: string | null;
  structures: StructureMise[];
  couts: { annee: number; poste: PosteCout; libelle: string | null; prevu: number }[];
  remplace: string | null;
  demonstration: boolean;
}
/** What its document says. */
export interface DocumentMise {
  texte: MiseFigee;
  etat: EtatMise;
  parties: Pick<
    PartieMise,
    'structureId' | 'cseLe' | 'cseSansObjet' | 'deliberationLe' | 'avenantLe' | 'signataire' | 'signeLe'
  >[];
  finEffective: string | null;
}
