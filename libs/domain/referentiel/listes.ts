/** Kinds of indicator (guide, fiche 5): process, activity, result. */
export const TYPES_INDICATEUR = ['PROCESSUS', 'ACTIVITE', 'RESULTAT'] as const;
export type TypeIndicateur = (typeof TYPES_INDICATEUR)[number];
export const LIBELLES_TYPES_INDICATEUR: Record<TypeIndicateur, string> = {
  PROCESSUS: 'Indicateur de processus',
  ACTIVITE: 'Indicateur d’activité',
  RESULTAT: 'Indicateur de résultats',
};
export const SIGLES_TYPES_INDICATEUR: Record<TypeIndicateur, string> = {
  PROCESSUS: 'IP',
  ACTIVITE: 'IA',
  RESULTAT: 'IR',
};

export const NIVEAUX_RESULTAT = ['INTERMEDIAIRE', 'FINAL'] as const;
export type NiveauResultat = (typeof NIVEAUX_RESULTAT)[number];

/** PERSONNES counts different people: never added over quarters in silence. PARTICIPATIONS counts each coming. */
export const UNITES = [
  'NOMBRE',
  'PERSONNES',
  'PARTICIPATIONS',
  'SEANCES',
  'HEURES',
  'JOURS',
  'POURCENTAGE',
  'EUROS',
] as const;
export type Unite = (typeof UNITES)[number];
export const LIBELLES_UNITES: Record<Unite, string> = {
  NOMBRE: 'nombre',
  PERSONNES: 'personnes différentes',
  PARTICIPATIONS: 'participations',
  SEANCES: 'séances',
  HEURES: 'heures',
  JOURS: 'jours',
  POURCENTAGE: '%',
  EUROS: '€',
};

/** How the values of an indicator are put together over time and actions. */
export const MODES_AGREGATION = ['SOMME', 'DERNIERE_VALEUR', 'MOYENNE', 'MAXIMUM', 'RATIO'] as const;
export type ModeAgregation = (typeof MODES_AGREGATION)[number];
export const LIBELLES_MODES: Record<ModeAgregation, string> = {
  SOMME: 'somme',
  DERNIERE_VALEUR: 'dernière valeur',
  MOYENNE: 'moyenne',
  MAXIMUM: 'maximum',
  RATIO: 'ratio (numérateur / dénominateur)',
};
