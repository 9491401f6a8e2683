import { LIBELLES_PHASES, PHASES, PHASES_CALENDRIER, type Phase } from '@coopilote/domain/cooperatives';

/** « phase 4 sur 6 », or that the CA is closed. */
export function rangDePhase(phase: Phase): string {
  if (phase === 'CLOSE') return 'coopérative close';
  return `phase ${PHASES.indexOf(phase) + 1} sur ${PHASES_CALENDRIER.length}`;
}

/** Short name of a phase, for a badge or a narrow column. */
export const PHASES_COURTES: Record<Phase, string> = {
  ...LIBELLES_PHASES,
  PREFIGURATION: 'Préfiguration',
  PLAN_ACTIONS: 'Plan d’actions',
  MISE_EN_OEUVRE: 'Mise en œuvre',
  SUIVI_EVALUATION: 'Suivi-évaluation',
  EVALUATION: 'Évaluation de la CA',
};
