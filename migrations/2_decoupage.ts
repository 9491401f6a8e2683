import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Official geography (COG): public reference, loaded by the migration command, read by everybody. */
export class Decoupage1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE region (code text PRIMARY KEY, nom text NOT NULL);
      CREATE TABLE departement (
        code text PRIMARY KEY,
        nom text NOT NULL,
        region_code text NOT NULL REFERENCES region,
        UNIQUE (code, region_code)
      );
      CREATE TABLE intercommunalite (
        code text PRIMARY KEY,
        nom text NOT NULL,
        type text NOT NULL
      );
      CREATE TABLE commune (
        code text PRIMARY KEY,
        nom text NOT NULL,
        nom_recherche text NOT NULL,
        type text NOT NULL,
        departement_code text NOT NULL REFERENCES departement,
        codes_postaux text[] NOT NULL DEFAULT '{}',
        population integer,
        epci_code text REFERENCES intercommunalite,
        ept_code text REFERENCES intercommunalite
      );
      CREATE INDEX commune_departement ON commune (departement_code);
      CREATE INDEX commune_recherche ON commune (nom_recherche text_pattern_ops);
      CREATE INDEX commune_codes_postaux ON commune USING gin (codes_postaux);
      CREATE INDEX commune_epci ON commune (epci_code);
      CREATE INDEX commune_ept ON commune (ept_code);
      CREATE TABLE decoupage (version text PRIMARY KEY, charge_le timestamptz NOT NULL DEFAULT now());
      GRANT SELECT ON region, departement, intercommunalite, commune, decoupage TO coopilote_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE decoupage, commune, intercommunalite, departement, region');
  }
}
