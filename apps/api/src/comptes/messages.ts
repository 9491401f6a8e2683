import { LIBELLES_ROLES, type Role } from '@coopilote/domain/comptes';

/** A message in plain text. */
export interface Message {
  objet: string;
  texte: string;
}

interface Invitation {
  prenom: string;
  /** Name of the person who invites. */
  par: string;
  role: Role;
  /** Scope of the role, in French. */
  portee: string;
}

const JOUR = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

const assembler = (...paragraphes: string[]): string => [...paragraphes, 'L’équipe Coopilote'].join('\n\n');
const ignorer = 'Vous n’attendiez pas ce message\u00a0? Vous pouvez l’ignorer\u00a0: rien ne se passera.';

/** To a person who has no password yet. */
export function messageInvitation({ prenom, par, role, portee }: Invitation, lien: string, expire: Date): Message {
  return {
    objet: 'Votre accès à Coopilote',
    texte: assembler(
      `Bonjour ${prenom},`,
      `${par} vous ouvre un accès à Coopilote, l’outil des coopératives d’acteurs en promotion de la santé.\nVotre rôle\u00a0: ${LIBELLES_ROLES[role]} (${portee}).`,
      `Pour choisir votre mot de passe, ouvrez ce lien avant le ${JOUR.format(expire)}. Il ne sert qu’une fois\u00a0:\n${lien}`,
      ignorer,
    ),
  };
}

/** To a person who already signs in. */
export function messageNouveauRole({ prenom, par, role, portee }: Invitation, adresse: string): Message {
  return {
    objet: 'Un nouveau rôle pour vous dans Coopilote',
    texte: assembler(
      `Bonjour ${prenom},`,
      `${par} vous donne un nouveau rôle dans Coopilote\u00a0: ${LIBELLES_ROLES[role]} (${portee}).`,
      `Connectez-vous comme d’habitude, avec votre mot de passe\u00a0:\n${adresse}`,
    ),
  };
}

/** To a person who asked for a new password. */
export function messageReinitialisation(prenom: string, lien: string): Message {
  return {
    objet: 'Choisir un nouveau mot de passe',
    texte: assembler(
      `Bonjour ${prenom},`,
      `Pour choisir un nouveau mot de passe, ouvrez ce lien dans l’heure. Il ne sert qu’une fois\u00a0:\n${lien}`,
      `${ignorer} Votre mot de passe reste le même.`,
    ),
  };
}
