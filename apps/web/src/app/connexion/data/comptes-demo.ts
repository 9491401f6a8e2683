/** The password of every demonstration account: public on purpose, those accounts exist on an embedded database only. */
export const MOT_DE_PASSE_DEMO = 'demo-coopilote';

/** `GET /api/session/comptes-demo`; 404 outside demonstration. */
export interface CompteDemo {
  courriel: string;
  libelle: string;
}
