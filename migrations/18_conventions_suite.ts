import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a job tells again each day is heard once. */
export class ConventionsSuite1700000000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notification ADD cle text;
      CREATE UNIQUE INDEX notification_une_cle ON notification (utilisateur_id, cle);

      -- R10: a bilan annuel meeting of a CA is on the calendar, or was held less than ten months before a day.
      CREATE FUNCTION app.bilan_annuel_prevu(la_cooperative uuid, jour date) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT 1 FROM reunion r JOIN instance i ON i.id = r.instance_id
          WHERE r.cooperative_id = la_cooperative AND i.genre = 'BILAN_ANNUEL' AND r.etat <> 'ANNULEE'
            AND (r.debut IS NULL OR r.debut > jour - interval '10 months'))
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.bilan_annuel_prevu;
      DROP INDEX notification_une_cle;
      ALTER TABLE notification DROP cle;
    `);
  }
}
