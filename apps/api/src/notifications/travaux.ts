import type { Travail } from '../platform/jobs/travail';

/** One message of the outbox. It may last as long as the mail server keeps it waiting. */
export const ENVOYER: Travail<{ envoiId: string }> = { nom: 'envois.envoyer', libelle: 'Envoi des messages' };
/** Messages that were deposited while there was no mail server. */
export const RELEVER: Travail = {
  nom: 'envois.relever',
  libelle: 'Relève des messages en attente',
  horaire: '*/10 * * * *',
};
export const ALLEGER: Travail = {
  nom: 'envois.alleger',
  libelle: 'Effacement des anciennes pièces jointes',
  horaire: '20 3 * * *',
};
/** What was told to some persons, sent at once to those who want it so. */
export const DISTRIBUER: Travail<{ notificationIds: string[] }> = {
  nom: 'notifications.distribuer',
  libelle: 'Distribution des notifications',
};
/** Monday at seven, in Paris. */
export const RESUMER: Travail = {
  nom: 'notifications.resumer',
  libelle: 'Résumé hebdomadaire',
  horaire: '0 7 * * 1',
};
