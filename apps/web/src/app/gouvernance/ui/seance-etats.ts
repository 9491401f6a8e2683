import type { IssueDecision, StatutPresence } from '@coopilote/domain/gouvernance';
import { LIBELLES_ISSUES, LIBELLES_PRESENCE } from '@coopilote/domain/gouvernance';
import type { EtatMontre, NomIcone, Ton } from '@coopilote/ui';

const ISSUES: Record<IssueDecision, { ton: Ton; icone: NomIcone }> = {
  ADOPTEE: { ton: 'ok', icone: 'oui' },
  REJETEE: { ton: 'alerte', icone: 'non' },
  REPORTEE: { ton: 'attente', icone: 'horloge' },
};
const PRESENCES: Record<StatutPresence, { ton: Ton; icone: NomIcone }> = {
  ATTENDU: { ton: 'neutre', icone: 'neutre' },
  PRESENT: { ton: 'ok', icone: 'oui' },
  EXCUSE: { ton: 'attente', icone: 'envoi' },
  ABSENT: { ton: 'alerte', icone: 'non' },
  REPRESENTE: { ton: 'retour', icone: 'personne' },
};

/** The outcome of a decision: one word, one symbol, one colour. */
export function etatIssue(issue: IssueDecision): EtatMontre {
  return { ...ISSUES[issue], texte: LIBELLES_ISSUES[issue] };
}

/** Where somebody's attendance stands. */
export function etatPresence(statut: StatutPresence): EtatMontre {
  return { ...PRESENCES[statut], texte: LIBELLES_PRESENCE[statut] };
}
