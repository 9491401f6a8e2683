/**
 * Formes des données de démonstration. Les clés sont des chaînes qui se répondent d’un fichier à l’autre : le chargeur
 * les remplace par les identifiants que l’application attribue.
 */

export type Trimestre = { annee: number; trimestre: 1 | 2 | 3 | 4 };

export type FormeJuridique =
  | 'ASSOCIATION'
  | 'SCIC'
  | 'FONDS_DOTATION'
  | 'SISA'
  | 'GCS'
  | 'GCSMS'
  | 'GIE'
  | 'UNION_ASSOCIATIONS'
  | 'ETABLISSEMENT_PUBLIC_SANTE'
  | 'COLLECTIVITE'
  | 'SOCIETE'
  | 'ADMINISTRATION';

/** PERSONNES : personnes différentes ; PARTICIPATIONS : présences, une même personne comptant à chaque fois. */
export type Unite =
  'NOMBRE' | 'PERSONNES' | 'PARTICIPATIONS' | 'SEANCES' | 'HEURES' | 'POURCENTAGE' | 'EUROS' | 'JOURS';

export type ModeAgregation = 'SOMME' | 'DERNIERE_VALEUR' | 'MOYENNE' | 'MAXIMUM' | 'RATIO';

export type TypeIndicateur = 'PROCESSUS' | 'ACTIVITE' | 'RESULTAT';

/** Phases du tableau de bord de suivi (guide, fiche 3), plus la clôture. */
export type Phase =
  'PREFIGURATION' | 'DIAGNOSTIC' | 'PLAN_ACTIONS' | 'MISE_EN_OEUVRE' | 'SUIVI_EVALUATION' | 'EVALUATION' | 'CLOSE';

export interface DemoStructure {
  cle: string;
  nom: string;
  sigle?: string;
  formeJuridique: FormeJuridique;
  agrementEsus?: boolean;
  siret?: string;
  /** « W » suivi de neuf chiffres ; associations seulement. */
  rna?: string;
  /** Neuf caractères, clé de Luhn ; établissements et centres de santé seulement. */
  finess?: string;
  /** Code de la liste SECTEUR. */
  secteur: string;
  adresse: string;
  /** Code INSEE. */
  communeCode: string;
  telephone?: string;
  courriel?: string;
  contact: { prenom: string; nom: string; fonction: string; courriel: `partenaire-${string}@demo.test` };
}

export interface DemoValeurListe {
  liste: 'THEMATIQUE' | 'PUBLIC_CIBLE' | 'SECTEUR' | 'MODE_INTERVENTION' | 'DISPOSITIF';
  code: string;
  libelle: string;
  description?: string;
  /** Public du programme régional d’accès à la prévention et aux soins (guide 3.2). */
  praps?: boolean;
}

export interface DemoIndicateurCommun {
  code: string;
  libelle: string;
  type: TypeIndicateur;
  unite: Unite;
  modeAgregation: ModeAgregation;
  definition: string;
}

export interface DemoEtape {
  cle: string;
  phase: Phase;
  genre: 'PHASE' | 'TACHE';
  intitule: string;
  responsable: string;
  debut: string;
  fin: string;
  livrables?: string;
  etat: 'A_FAIRE' | 'EN_COURS' | 'FAIT';
}

export interface DemoObjectif {
  cle: string;
  parent?: string;
  niveau: 'GENERAL' | 'SPECIFIQUE' | 'OPERATIONNEL';
  intitule: string;
  /** Miroir du diagramme logique d’impact : impact global, impact intermédiaire ou réalisation (guide, fiche 6). */
  impact: string;
}

export interface DemoIndicateur {
  /** Unique dans tout le jeu : « clé de l’action-ip1 », « -ia1 », « -ir1 ». */
  cle: string;
  type: TypeIndicateur;
  niveauResultat?: 'INTERMEDIAIRE' | 'FINAL';
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
  valeurReference?: number;
  sources: string;
  /** Code de l’indicateur commun régional que celui-ci alimente. */
  commun?: string;
  previsionTrimestrielle: number;
  previsionAnnuelle: number;
}

export interface DemoAction {
  cle: string;
  structure: string;
  objectif: string;
  intitule: string;
  contenu: string;
  calendrierDebut: string;
  calendrierFin: string;
  calendrier: string;
  modes: string[];
  publics: [string, string?, string?];
  autrePublic?: string;
  lieux: string;
  /** Absent : tout le territoire de la coopérative. */
  territoireCommuneCode?: string;
  moyensHumains: string;
  moyensHumainsEtp: number;
  objectifsPoursuivis: string;
  resultatsAttendus: string;
  /** Personnes visées par an. */
  beneficiairesCibles: number;
  etat: 'BROUILLON' | 'PROPOSEE' | 'VALIDEE' | 'EN_COURS' | 'TERMINEE' | 'ABANDONNEE';
  motif?: string;
  /** Pourquoi peu d’indicateurs suffisent (R11). */
  motifPeuIndicateurs?: string;
  indicateurs: DemoIndicateur[];
}

export interface DemoCooperative {
  cle: string;
  departementCode: string;
  intitule: string;
  sigle?: string;
  presentation: string;
  phase: Phase;
  debut: string;
  fin?: string;
  thematiques: string[];
  publics: string[];
  /** Codes INSEE. */
  communes: string[];
  /** Noms des quartiers prioritaires. */
  qpv: string[];
  dispositifs: { code: string; articulation: string }[];
  eParcoursReferent?: string;
  /** Principes de choix (guide 4.1) et points de vigilance (guide 4.2), par code. */
  principes: Record<string, { respecte: boolean; commentaire: string }>;
  adhesions: { structure: string; debut: string; fin?: string }[];
  etapes: DemoEtape[];
  objectifs: DemoObjectif[];
  actions: DemoAction[];
}

export interface DemoReponse {
  reponse: 'OUI' | 'EN_PARTIE' | 'NON';
  motif?: string;
}

/** Questions du tableau de suivi des actions par les acteurs (guide, fiche 5). */
export type QuestionBilan =
  'ressources' | 'publics' | 'realisation' | 'objectifs' | 'cooperation' | 'pratiques' | 'ists' | 'parcours';

export type EtatBilan = 'A_REMPLIR' | 'BROUILLON' | 'TRANSMIS' | 'A_COMPLETER' | 'VALIDE';

export interface DemoValeur {
  valeur?: number;
  numerateur?: number;
  denominateur?: number;
}

export interface DemoBilan {
  action: string;
  trimestre: Trimestre;
  etat: EtatBilan;
  beneficiaires: number | null;
  reponses: Record<QuestionBilan, DemoReponse | undefined>;
  freins: string;
  leviers: string;
  pistes: string;
  /** Par clé d’indicateur ; un RATIO donne numérateur et dénominateur, les autres une valeur. */
  valeurs: Record<string, DemoValeur>;
  /** `question` : une QuestionBilan, freins, leviers, pistes, beneficiaires, ou « indicateur:<clé> ». */
  retours?: { question: string; motif: string }[];
  transmisLe?: string;
}

export type RoleDemonstration =
  | 'ADMIN_REGIONAL'
  | 'EVALUATEUR_REGIONAL'
  | 'COORDINATEUR_DD'
  | 'COPILOTE'
  | 'PARTENAIRE'
  | 'MEMBRE_COPIL'
  | 'EVALUATEUR_EXTERNE';

export interface DemoCompte {
  courriel: string;
  prenom: string;
  nom: string;
  libelle: string;
  role: RoleDemonstration;
  departementCode?: string;
  cooperative?: string;
  structure?: string;
}
