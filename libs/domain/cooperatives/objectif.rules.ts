/** Levels of the tree of objectives, mirrored by the logic model of impact (guide, fiche 6). */
export const NIVEAUX_OBJECTIF = ['GENERAL', 'SPECIFIQUE', 'OPERATIONNEL'] as const;
export type NiveauObjectif = (typeof NIVEAUX_OBJECTIF)[number];

export const LIBELLES_NIVEAUX: Record<NiveauObjectif, string> = {
  GENERAL: 'Objectif général',
  SPECIFIQUE: 'Objectif spécifique',
  OPERATIONNEL: 'Objectif opérationnel',
};

/** What each level becomes on the logic model: the tree read in a mirror. */
export const MIROIR_IMPACT: Record<NiveauObjectif, string> = {
  GENERAL: 'Impact global',
  SPECIFIQUE: 'Impact intermédiaire',
  OPERATIONNEL: 'Réalisation',
};

/** Level that the parent of an objective must have; null for the root. */
export function niveauParent(niveau: NiveauObjectif): NiveauObjectif | null {
  if (niveau === 'GENERAL') return null;
  return niveau === 'SPECIFIQUE' ? 'GENERAL' : 'SPECIFIQUE';
}
