/** Kinds of instances and of meetings (guide 5.1, fiche 2, fiche 6; convention, article 4). */
export const GENRES_INSTANCE = [
  'COPIL',
  'COTECH',
  'COMITE_EVALUATION',
  'LANCEMENT',
  'OPERATIONNELLE',
  'BILAN_ANNUEL',
  'ACCOMPAGNEMENT',
] as const;
export type GenreInstance = (typeof GENRES_INSTANCE)[number];
export const LIBELLES_GENRES_INSTANCE: Record<GenreInstance, string> = {
  COPIL: 'Comité de pilotage',
  COTECH: 'Comité technique',
  COMITE_EVALUATION: 'Comité technique d’évaluation',
  LANCEMENT: 'Réunion de lancement',
  OPERATIONNELLE: 'Réunion opérationnelle',
  BILAN_ANNUEL: 'Bilan annuel élargi',
  ACCOMPAGNEMENT: 'Session d’accompagnement',
};
/** Short names, for lists and numbered meetings (« Copil nº 7 »). */
export const SIGLES_GENRES_INSTANCE: Record<GenreInstance, string> = {
  COPIL: 'Copil',
  COTECH: 'Cotech',
  COMITE_EVALUATION: 'Comité d’évaluation',
  LANCEMENT: 'Lancement',
  OPERATIONNELLE: 'Réunion opérationnelle',
  BILAN_ANNUEL: 'Bilan annuel',
  ACCOMPAGNEMENT: 'Accompagnement',
};

/** What a seat stands for. */
export const QUALITES_MEMBRE = ['STRUCTURE', 'COORDINATION', 'HABITANT', 'ELU', 'FINANCEUR', 'INVITE'] as const;
export type QualiteMembre = (typeof QUALITES_MEMBRE)[number];
export const LIBELLES_QUALITES: Record<QualiteMembre, string> = {
  STRUCTURE: 'Structure membre',
  COORDINATION: 'Coordination',
  HABITANT: 'Habitant',
  ELU: 'Élu',
  FINANCEUR: 'Autre financeur',
  INVITE: 'Personne invitée',
};

export const ETATS_REUNION = ['PREPARATION', 'CONVOQUEE', 'EN_SEANCE', 'CLOSE', 'ANNULEE'] as const;
export type EtatReunion = (typeof ETATS_REUNION)[number];
export const LIBELLES_ETATS_REUNION: Record<EtatReunion, string> = {
  PREPARATION: 'en préparation',
  CONVOQUEE: 'convoquée',
  EN_SEANCE: 'en séance',
  CLOSE: 'tenue',
  ANNULEE: 'annulée',
};

/** What a point of the agenda is about: the séance shows the table that goes with it. */
export const GENRES_POINT = [
  'LIBRE',
  'RELEVE',
  'SUITES',
  'NON_TRANCHE',
  'BILANS',
  'HORS_CIBLE',
  'TACHES',
  'MEMBRES',
  'BILAN_ANNUEL',
  'CALENDRIER',
  'CONVENTIONS',
] as const;
export type GenrePoint = (typeof GENRES_POINT)[number];
export const LIBELLES_GENRES_POINT: Record<GenrePoint, string> = {
  LIBRE: 'Point libre',
  RELEVE: 'Compte-rendu à approuver',
  SUITES: 'Suites des décisions',
  NON_TRANCHE: 'Point non tranché',
  BILANS: 'Bilans en retard ou renvoyés',
  HORS_CIBLE: 'Indicateurs hors cible',
  TACHES: 'Tâches en retard',
  MEMBRES: 'Arrivées et départs',
  BILAN_ANNUEL: 'Bilan annuel',
  CALENDRIER: 'Calendrier du programme',
  CONVENTIONS: 'Convention de partenariat',
};

export const STATUTS_PRESENCE = ['ATTENDU', 'PRESENT', 'EXCUSE', 'ABSENT', 'REPRESENTE'] as const;
export type StatutPresence = (typeof STATUTS_PRESENCE)[number];
export const LIBELLES_PRESENCE: Record<StatutPresence, string> = {
  ATTENDU: 'attendu',
  PRESENT: 'présent',
  EXCUSE: 'excusé',
  ABSENT: 'absent',
  REPRESENTE: 'a donné pouvoir',
};

export const ISSUES_DECISION = ['ADOPTEE', 'REJETEE', 'REPORTEE'] as const;
export type IssueDecision = (typeof ISSUES_DECISION)[number];
export const LIBELLES_ISSUES: Record<IssueDecision, string> = {
  ADOPTEE: 'adoptée',
  REJETEE: 'rejetée',
  REPORTEE: 'reportée',
};
export const MODES_DECISION = ['CONSENSUS', 'VOTE'] as const;
export type ModeDecision = (typeof MODES_DECISION)[number];

/** What became of a decision: the next agenda opens on it. */
export const SUITES_DECISION = ['DECIDE', 'FAIT', 'PAS_FAIT'] as const;
export type SuiteDecision = (typeof SUITES_DECISION)[number];
export const LIBELLES_SUITES: Record<SuiteDecision, string> = {
  DECIDE: 'décidé',
  FAIT: 'fait',
  PAS_FAIT: 'pas fait',
};

export const ETATS_TACHE = ['A_FAIRE', 'EN_COURS', 'FAITE', 'ABANDONNEE'] as const;
export type EtatTache = (typeof ETATS_TACHE)[number];
export const LIBELLES_ETATS_TACHE: Record<EtatTache, string> = {
  A_FAIRE: 'à faire',
  EN_COURS: 'en cours',
  FAITE: 'faite',
  ABANDONNEE: 'abandonnée',
};

export const ETATS_COMPTE_RENDU = ['PROJET', 'VALIDE', 'APPROUVE', 'REMPLACE'] as const;
export type EtatCompteRendu = (typeof ETATS_COMPTE_RENDU)[number];
export const LIBELLES_ETATS_COMPTE_RENDU: Record<EtatCompteRendu, string> = {
  PROJET: 'projet',
  VALIDE: 'validé',
  APPROUVE: 'approuvé',
  REMPLACE: 'remplacé',
};

export const REPONSES_CRENEAU = ['OUI', 'SI_BESOIN', 'NON'] as const;
export type ReponseCreneau = (typeof REPONSES_CRENEAU)[number];
