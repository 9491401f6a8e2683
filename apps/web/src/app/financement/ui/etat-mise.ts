import {
  LIBELLES_ETATS_APPEL,
  LIBELLES_ETATS_MISE,
  type EtatAppel,
  type EtatMise,
} from '@coopilote/domain/financement';
import type { EtatMontre } from '@coopilote/ui';

const ETATS: Record<EtatMise, Omit<EtatMontre, 'texte'>> = {
  BROUILLON: { ton: 'attente', icone: 'crayon' },
  A_APPROUVER: { ton: 'attente', icone: 'envoi' },
  SIGNEE: { ton: 'ok', icone: 'oui' },
  TERMINEE: { ton: 'neutre', icone: 'neutre' },
  RESILIEE: { ton: 'retour', icone: 'retour' },
};
const APPELS: Record<EtatAppel, Omit<EtatMontre, 'texte'>> = {
  PREVU: { ton: 'attente', icone: 'partie' },
  FACTURE: { ton: 'attente', icone: 'envoi' },
  PAYE: { ton: 'ok', icone: 'oui' },
};

export const etatMise = (etat: EtatMise): EtatMontre => ({ ...ETATS[etat], texte: LIBELLES_ETATS_MISE[etat] });
export const etatAppelMontre = (etat: EtatAppel): EtatMontre => ({
  ...APPELS[etat],
  texte: LIBELLES_ETATS_APPEL[etat],
});
