import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists read on the national data set, once measured at two scales. */
export class IndexListes1700000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The members of a CA: every adhésion of the country was read for each line of the list of CAs.
      CREATE INDEX adhesion_cooperative ON adhesion (cooperative_id);
      -- The structures that are members of a CA of a département, wherever they are seated: the policies ask for them at each reading.
      CREATE INDEX adhesion_departement ON adhesion (departement_code);
      -- It made one département read the last quarters of the whole country; the list now names its quarters.
      DROP INDEX bilan_trimestre;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX bilan_trimestre ON bilan_trimestriel (annee, trimestre);
      DROP INDEX adhesion_departement, adhesion_cooperative;
    `);
  }
}
