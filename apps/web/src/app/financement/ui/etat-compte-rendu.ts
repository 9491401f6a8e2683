import { LIBELLES_ETATS_COMPTE_RENDU_FINANCIER, type EtatCompteRenduFinancier } from '@coopilote/domain/financement';
import type { EtatMontre } from '@coopilote/ui';

const ETATS: Record<EtatCompteRenduFinancier, Omit<EtatMontre, 'texte'>> = {
  BROUILLON: { ton: 'attente', icone: 'crayon' },
  TRANSMIS: { ton: 'ok', icone: 'envoi' },
  A_COMPLETER: { ton: 'retour', icone: 'retour' },
};

export function etatCompteRenduFinancier(etat: EtatCompteRenduFinancier): EtatMontre {
  return { ...ETATS[etat], texte: LIBELLES_ETATS_COMPTE_RENDU_FINANCIER[etat] };
}
