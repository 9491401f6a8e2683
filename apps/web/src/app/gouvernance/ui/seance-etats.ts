import type { StatutPresence } from '@coopilote/domain/gouvernance';
import { LIBELLES_PRESENCE } from '@coopilote/domain/gouvernance';
import type { EtatMontre, NomIcone, Ton } from '@coopilote/ui';

const PRESENCES: Record<StatutPresence, { ton: Ton; icone: NomIcone }> = {
  ATTENDU: { ton: 'neutre', icone: 'neutre' },
  PRESENT: { ton: 'ok', icone: 'oui' },
  EXCUSE: { ton: 'attente', icone: 'envoi' },
  ABSENT: { ton: 'alerte', icone: 'non' },
  REPRESENTE: { ton: 'retour', icone: 'personne' },
};

/** Where somebody's attendance stands. */
export function etatPresence(statut: StatutPresence): EtatMontre {
  return { ...PRESENCES[statut], texte: LIBELLES_PRESENCE[statut] };
}
