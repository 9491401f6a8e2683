/** Phases of a CA (guide, fiche 3); each may be followed by any later one, or gone back to when the programme is reworked. */
export const PHASES = [
  'PREFIGURATION',
  'DIAGNOSTIC',
  'PLAN_ACTIONS',
  'MISE_EN_OEUVRE',
  'SUIVI_EVALUATION',
  'EVALUATION',
  'CLOSE',
] as const;
export type Phase = (typeof PHASES)[number];

export const LIBELLES_PHASES: Record<Phase, string> = {
  PREFIGURATION: 'Préfiguration du projet',
  DIAGNOSTIC: 'Diagnostic',
  PLAN_ACTIONS: 'Élaboration du plan d’actions',
  MISE_EN_OEUVRE: 'Mise en œuvre du plan d’actions',
  SUIVI_EVALUATION: 'Suivi-évaluation des activités',
  EVALUATION: 'Évaluation de la coopérative d’acteurs',
  CLOSE: 'Close',
};

/** The six phases that stand as rows of T1: a closed CA has no row of its own. */
export const PHASES_CALENDRIER = PHASES.filter((p) => p !== 'CLOSE');

/** Tasks that T1 gives for the préfiguration (guide, fiche 3). */
export const TACHES_PREFIGURATION = [
  'Rencontres avec les acteurs concernés',
  'Échanges et concertation sur la préfiguration du projet',
  'Mise en place des instances de gouvernance',
  'Validation des orientations et communication',
] as const;

/** Phases that may follow `phase`: any other one while the CA lives; a closed CA is final. */
export function phasesSuivantes(phase: Phase): Phase[] {
  return phase === 'CLOSE' ? [] : PHASES.filter((p) => p !== phase);
}
