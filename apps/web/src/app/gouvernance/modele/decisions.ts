import {
  LIBELLES_ISSUES,
  LIBELLES_SUITES,
  type IssueDecision,
  type SuiteDecision,
} from '@coopilote/domain/gouvernance/genres';
import type { DecisionLue } from '@coopilote/domain/gouvernance/seance.contract';
import { type EtatMontre, formatDateJour } from '@coopilote/ui';

const ISSUES: Record<IssueDecision, Omit<EtatMontre, 'texte'>> = {
  ADOPTEE: { ton: 'ok', icone: 'oui' },
  REJETEE: { ton: 'alerte', icone: 'non' },
  REPORTEE: { ton: 'attente', icone: 'horloge' },
};
const SUITES: Record<SuiteDecision, Omit<EtatMontre, 'texte'>> = {
  DECIDE: { ton: 'attente', icone: 'horloge' },
  FAIT: { ton: 'ok', icone: 'oui' },
  PAS_FAIT: { ton: 'alerte', icone: 'non' },
};

/** How a decision ended. */
export function etatIssue(issue: IssueDecision): EtatMontre {
  return { ...ISSUES[issue], texte: LIBELLES_ISSUES[issue] };
}

/** What became of a decision; only those that were adopted have something to become. */
export function etatSuite({ issue, suite }: Pick<DecisionLue, 'issue' | 'suite'>): EtatMontre | null {
  return issue === 'ADOPTEE' ? { ...SUITES[suite], texte: LIBELLES_SUITES[suite] } : null;
}

type Porteuse = Pick<DecisionLue, 'changement' | 'issue' | 'appliqueLe' | 'echecApplication'>;

/** What became of the change that a decision carries; null when it carries none, or was not adopted. */
export function etatChangement(decision: Porteuse): EtatMontre | null {
  if (!decision.changement || decision.issue !== 'ADOPTEE') return null;
  if (decision.appliqueLe) return { ton: 'ok', icone: 'oui', texte: 'appliqué' };
  if (decision.echecApplication) return { ton: 'alerte', icone: 'alerte', texte: 'non appliqué' };
  return { ton: 'attente', icone: 'horloge', texte: 'à l’approbation' };
}

/** When it was applied, or why it was not. */
export function detailChangement({ appliqueLe, echecApplication }: Porteuse): string {
  return appliqueLe ? `le ${formatDateJour(appliqueLe)}` : (echecApplication ?? '');
}
