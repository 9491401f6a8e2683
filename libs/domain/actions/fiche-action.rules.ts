import type { Operation } from '../droits/droits.rules';
import type { TypeIndicateur } from '../referentiel/listes';

export const ETATS_FICHE = ['BROUILLON', 'PROPOSEE', 'VALIDEE', 'EN_COURS', 'TERMINEE', 'ABANDONNEE'] as const;
export type EtatFiche = (typeof ETATS_FICHE)[number];

export const LIBELLES_ETATS_FICHE: Record<EtatFiche, string> = {
  BROUILLON: 'brouillon',
  PROPOSEE: 'proposée',
  VALIDEE: 'validée',
  EN_COURS: 'en cours',
  TERMINEE: 'terminée',
  ABANDONNEE: 'abandonnée',
};

export interface TransitionFiche {
  de: EtatFiche;
  vers: EtatFiche;
  /** Word of the button. */
  acte: string;
  operation: Operation;
  motifRequis: boolean;
}

/** Who may take a fiche-action from one state to another; what is not listed is refused (domaine, chapter 2). */
export const TRANSITIONS_FICHE: readonly TransitionFiche[] = [
  {
    de: 'BROUILLON',
    vers: 'PROPOSEE',
    acte: 'Proposer à la délégation',
    operation: 'fiche.rediger',
    motifRequis: false,
  },
  { de: 'PROPOSEE', vers: 'BROUILLON', acte: 'Renvoyer à la structure', operation: 'fiche.valider', motifRequis: true },
  { de: 'PROPOSEE', vers: 'VALIDEE', acte: 'Valider la fiche-action', operation: 'fiche.valider', motifRequis: false },
  { de: 'VALIDEE', vers: 'EN_COURS', acte: 'Démarrer l’action', operation: 'fiche.valider', motifRequis: false },
  { de: 'VALIDEE', vers: 'ABANDONNEE', acte: 'Abandonner l’action', operation: 'fiche.valider', motifRequis: true },
  { de: 'EN_COURS', vers: 'TERMINEE', acte: 'Terminer l’action', operation: 'fiche.valider', motifRequis: false },
  { de: 'EN_COURS', vers: 'ABANDONNEE', acte: 'Abandonner l’action', operation: 'fiche.valider', motifRequis: true },
];

/** States in which the promoteur may still write; later the DD and the copilote alone do. */
export const ETATS_REDACTION_PARTENAIRE: readonly EtatFiche[] = ['BROUILLON'];
export const ETATS_REDACTION_ANIMATION: readonly EtatFiche[] = ['BROUILLON', 'PROPOSEE', 'VALIDEE', 'EN_COURS'];

/** States in which an active action owes a quarterly report (R9). */
export const ETATS_SUIVIS: readonly EtatFiche[] = ['VALIDEE', 'EN_COURS'];

/** Kinds of indicator that an action still lacks. */
export function typesManquants(indicateurs: readonly { type: TypeIndicateur }[]): TypeIndicateur[] {
  return (['PROCESSUS', 'ACTIVITE', 'RESULTAT'] as const).filter((type) => !indicateurs.some((i) => i.type === type));
}

/**
 * R11: indicators of all three kinds are set before an action starts (convention, article 4.2); for a small action a
 * few suffice, then a reason is kept (guide, fiche 5). Answers the French sentence that says what is missing, or null.
 */
export function verifierIndicateurs(
  indicateurs: readonly { type: TypeIndicateur }[],
  motifPeuIndicateurs: string | null | undefined,
): string | null {
  if (indicateurs.length === 0)
    return 'Ajoutez au moins un indicateur avant de proposer ou de valider la fiche-action.';
  const manque = typesManquants(indicateurs);
  if (manque.length === 0 || motifPeuIndicateurs?.trim()) return null;
  const noms = { PROCESSUS: 'de processus', ACTIVITE: 'd’activité', RESULTAT: 'de résultats' };
  return `Il manque un indicateur ${manque.map((t) => noms[t]).join(' et ')}\u00a0: ajoutez-le, ou dites pourquoi quelques indicateurs suffisent pour cette action.`;
}
