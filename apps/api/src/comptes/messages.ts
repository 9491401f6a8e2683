import { LIBELLES_ROLES, type Role } from '@coopilote/domain/comptes';
import { composer, type Message } from '../notifications/lettre';

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

const ignorer = 'Vous n’attendiez pas ce message\u00a0? Vous pouvez l’ignorer\u00a0: rien ne se passera.';

/** To a person who has no password yet. */
export function messageInvitation({ prenom, par, role, portee }: Invitation, lien: string, expire: Date): Message {
  return composer({
    objet: 'Votre accès à Coopilote',
    prenom,
    paragraphes: [
      `${par} vous ouvre un accès à Coopilote, l’outil des coopératives d’acteurs en promotion de la santé.\nVotre rôle\u00a0: ${LIBELLES_ROLES[role]} (${portee}).`,
      `Pour choisir votre mot de passe, ouvrez ce lien avant le ${JOUR.format(expire)}. Il ne sert qu’une fois.`,
    ],
    bouton: { libelle: 'Choisir mon mot de passe', url: lien },
    suite: [ignorer],
    pourquoi: `Vous recevez ce message parce que ${par} a donné cette adresse pour votre compte.`,
  });
}

/** To a person who already signs in. */
export function messageNouveauRole({ prenom, par, role, portee }: Invitation, adresse: string): Message {
  return composer({
    objet: 'Un nouveau rôle pour vous dans Coopilote',
    prenom,
    paragraphes: [
      `${par} vous donne un nouveau rôle dans Coopilote\u00a0: ${LIBELLES_ROLES[role]} (${portee}).`,
      'Connectez-vous comme d’habitude, avec votre mot de passe.',
    ],
    bouton: { libelle: 'Ouvrir Coopilote', url: adresse },
    pourquoi: 'Vous recevez ce message parce que les droits de votre compte ont changé.',
  });
}

/** To a person who asked for a new password. */
export function messageReinitialisation(prenom: string, lien: string): Message {
  return composer({
    objet: 'Choisir un nouveau mot de passe',
    prenom,
    paragraphes: ['Pour choisir un nouveau mot de passe, ouvrez ce lien dans l’heure. Il ne sert qu’une fois.'],
    bouton: { libelle: 'Choisir un nouveau mot de passe', url: lien },
    suite: [`${ignorer} Votre mot de passe reste le même.`],
    pourquoi: 'Vous recevez ce message parce qu’un nouveau mot de passe a été demandé pour cette adresse.',
  });
}
