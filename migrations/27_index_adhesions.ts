import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The members of a CA: every adhésion of the country was read for each line of the list of CAs. */
export class IndexAdhesions1700000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX adhesion_cooperative ON adhesion (cooperative_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX adhesion_cooperative');
  }
}
