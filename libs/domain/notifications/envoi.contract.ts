import { Choix } from '../commun/champs';
import { PageDemandee } from '../commun/page.contract';

export const ETATS_ENVOI = ['EN_ATTENTE', 'ENVOYE', 'ECHEC'] as const;
export type EtatEnvoi = (typeof ETATS_ENVOI)[number];
export const LIBELLES_ETATS_ENVOI: Record<EtatEnvoi, string> = {
  EN_ATTENTE: 'en attente',
  ENVOYE: 'envoyé',
  ECHEC: 'échec',
};

export class EnvoisDemandes extends PageDemandee {
  @Choix(ETATS_ENVOI, { libelle: 'État' }) etat?: EtatEnvoi;
}

/** What goes with a message; its bytes are not read here. */
export interface PieceEnvoiLue {
  nom: string;
  type: string;
  /** In bytes. */
  taille: number;
}

/** A message of the outbox. */
export interface EnvoiLu {
  id: string;
  destinataire: string;
  objet: string;
  texte: string;
  etat: EtatEnvoi;
  creeLe: string;
  envoyeLe: string | null;
  /** Tries so far. */
  essais: number;
  /** When it will be tried next; null once it has left, or was given up, and where no mail server is set. */
  prochainEssai: string | null;
  /** What the mail server answered to the last failed try. */
  erreur: string | null;
  pieces: PieceEnvoiLue[];
}
