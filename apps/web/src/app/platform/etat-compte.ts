import type { CompteLu } from '@coopilote/domain/comptes/compte.contract';
import type { EtatMontre } from '@coopilote/ui/affichage/etats';

const ETATS: Record<CompteLu['etat'], EtatMontre> = {
  INVITE: { ton: 'attente', icone: 'envoi', texte: 'invitation envoyée' },
  ACTIF: { ton: 'ok', icone: 'oui', texte: 'actif' },
  DESACTIVE: { ton: 'neutre', icone: 'non', texte: 'désactivé' },
  VERROUILLE: { ton: 'alerte', icone: 'cadenas', texte: 'verrouillé' },
};

/** An account's state: one word, one symbol, one colour. */
export function etatCompte(etat: CompteLu['etat']): EtatMontre {
  return ETATS[etat];
}
