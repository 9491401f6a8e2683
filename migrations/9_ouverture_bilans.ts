import type { MigrationInterface, QueryRunner } from 'typeorm';

const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const PROMOTEUR = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
/** A copilote who validates a fiche-action opens its reports, empty: it writes nothing in them. */
const COPILOTE = `(cooperative_id = ANY ((SELECT app.uuids('cooperatives_animees'))::uuid[])
  AND etat = 'A_REMPLIR' AND remplies = 0 AND numero_version = 0)`;

const policy = (cree: string) => `
  DROP POLICY cree ON bilan_trimestriel;
  CREATE POLICY cree ON bilan_trimestriel FOR INSERT TO coopilote_app WITH CHECK (${cree});`;

/** Whoever validates a fiche-action opens the reports that it owes (R9). */
export class OuvertureBilans1700000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(policy(`${DD} OR ${PROMOTEUR} OR ${COPILOTE}`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(policy(`${DD} OR ${PROMOTEUR}`));
  }
}
