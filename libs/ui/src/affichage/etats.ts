import { type EtatFiche, LIBELLES_ETATS_FICHE } from '@coopilote/domain/actions/fiche-action.rules';
import { type EtatBilan, LIBELLES_ETATS_BILAN, type Reponse } from '@coopilote/domain/bilans/bilan.rules';
import {
  LIBELLES_ETATS_ACTE,
  LIBELLES_ETATS_CONVENTION,
  type EtatActe,
  type EtatConvention,
} from '@coopilote/domain/conventions/etats.rules';
import {
  LIBELLES_ETATS_COMPTE_RENDU,
  LIBELLES_ETATS_REUNION,
  type EtatCompteRendu,
  type EtatReunion,
} from '@coopilote/domain/gouvernance/genres';
import { compter } from '../format/format';
import type { Ton } from './etat';
import type { NomIcone } from './icone';

/** How a state shows, everywhere: one word, one symbol, one colour. */
export interface EtatMontre {
  ton: Ton;
  icone: NomIcone;
  texte: string;
}

const BILANS: Record<EtatBilan, Omit<EtatMontre, 'texte'>> = {
  A_REMPLIR: { ton: 'neutre', icone: 'neutre' },
  BROUILLON: { ton: 'attente', icone: 'crayon' },
  TRANSMIS: { ton: 'attente', icone: 'envoi' },
  A_COMPLETER: { ton: 'retour', icone: 'retour' },
  VALIDE: { ton: 'ok', icone: 'oui' },
};

const FICHES: Record<EtatFiche, Omit<EtatMontre, 'texte'>> = {
  BROUILLON: { ton: 'attente', icone: 'crayon' },
  PROPOSEE: { ton: 'attente', icone: 'envoi' },
  VALIDEE: { ton: 'ok', icone: 'oui' },
  EN_COURS: { ton: 'ok', icone: 'droite' },
  TERMINEE: { ton: 'neutre', icone: 'oui' },
  ABANDONNEE: { ton: 'neutre', icone: 'non' },
};

const REPONSES: Record<Reponse, Omit<EtatMontre, 'texte'>> = {
  OUI: { ton: 'ok', icone: 'oui' },
  EN_PARTIE: { ton: 'attente', icone: 'partie' },
  NON: { ton: 'alerte', icone: 'non' },
};

const REUNIONS: Record<EtatReunion, Omit<EtatMontre, 'texte'>> = {
  PREPARATION: { ton: 'attente', icone: 'crayon' },
  CONVOQUEE: { ton: 'ok', icone: 'envoi' },
  EN_SEANCE: { ton: 'ok', icone: 'droite' },
  CLOSE: { ton: 'neutre', icone: 'oui' },
  ANNULEE: { ton: 'neutre', icone: 'non' },
};

const COMPTES_RENDUS: Record<EtatCompteRendu, Omit<EtatMontre, 'texte'>> = {
  PROJET: { ton: 'attente', icone: 'crayon' },
  VALIDE: { ton: 'ok', icone: 'oui' },
  APPROUVE: { ton: 'ok', icone: 'cadenas' },
  REMPLACE: { ton: 'neutre', icone: 'retour' },
};

const ACTES: Record<EtatActe, Omit<EtatMontre, 'texte'>> = {
  BROUILLON: { ton: 'attente', icone: 'crayon' },
  RELECTURE: { ton: 'attente', icone: 'info' },
  PRET: { ton: 'attente', icone: 'cadenas' },
  EN_SIGNATURE: { ton: 'attente', icone: 'envoi' },
  SIGNE: { ton: 'ok', icone: 'oui' },
  ABANDONNE: { ton: 'neutre', icone: 'non' },
};

const CONVENTIONS: Record<EtatConvention, Omit<EtatMontre, 'texte'>> = {
  BROUILLON: ACTES.BROUILLON,
  RELECTURE: ACTES.RELECTURE,
  PRET: ACTES.PRET,
  EN_SIGNATURE: ACTES.EN_SIGNATURE,
  EN_VIGUEUR: { ton: 'ok', icone: 'oui' },
  A_RENOUVELER: { ton: 'alerte', icone: 'horloge' },
  EXPIREE: { ton: 'neutre', icone: 'horloge' },
  RESILIEE: { ton: 'neutre', icone: 'non' },
  ABANDONNE: ACTES.ABANDONNE,
};

/** A report's state. */
export function etatBilan(etat: EtatBilan): EtatMontre {
  return { ...BILANS[etat], texte: LIBELLES_ETATS_BILAN[etat] };
}

/** A report past its deadline; `jours` counts from the deadline. */
export function etatRetard(jours?: number): EtatMontre {
  return { ton: 'alerte', icone: 'alerte', texte: jours ? `en retard de ${compter(jours, 'jour')}` : 'en retard' };
}

/** A fiche-action's state. */
export function etatFiche(etat: EtatFiche): EtatMontre {
  return { ...FICHES[etat], texte: LIBELLES_ETATS_FICHE[etat] };
}

/** A meeting's state. */
export function etatReunion(etat: EtatReunion): EtatMontre {
  return { ...REUNIONS[etat], texte: LIBELLES_ETATS_REUNION[etat] };
}

/** The state of a meeting's minutes, under their name. */
export function etatCompteRendu(etat: EtatCompteRendu): EtatMontre {
  return { ...COMPTES_RENDUS[etat], texte: LIBELLES_ETATS_COMPTE_RENDU[etat] };
}

/** The same where nothing else names them: « compte-rendu validé ». */
export function etatCompteRenduNomme(etat: EtatCompteRendu): EtatMontre {
  const montre = etatCompteRendu(etat);
  return { ...montre, texte: etat === 'PROJET' ? 'projet de compte-rendu' : `compte-rendu ${montre.texte}` };
}

/** The state of a text that parties sign. */
export function etatActe(etat: EtatActe): EtatMontre {
  return { ...ACTES[etat], texte: LIBELLES_ETATS_ACTE[etat] };
}

/** A convention's state. */
export function etatConvention(etat: EtatConvention): EtatMontre {
  return { ...CONVENTIONS[etat], texte: LIBELLES_ETATS_CONVENTION[etat] };
}

/** An answer of the report; null when there is none. */
export function etatReponse(reponse: Reponse | null | undefined, motDuMilieu = 'en partie'): EtatMontre | null {
  if (!reponse) return null;
  return { ...REPONSES[reponse], texte: { OUI: 'oui', EN_PARTIE: motDuMilieu, NON: 'non' }[reponse] };
}
