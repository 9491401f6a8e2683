import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the lists of a whole region, or of the country, read reports by: measured on the national data set. */
export class IndexNationaux1700000000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The last quarters first, without sorting five years of reports for a page of them.
      CREATE INDEX bilan_trimestre ON bilan_trimestriel (annee, trimestre);
      -- The late reports of a CA, without reading all those it has sent since it began.
      CREATE INDEX bilan_etat ON bilan_trimestriel (cooperative_id, etat, echeance);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX bilan_etat; DROP INDEX bilan_trimestre;');
  }
}
