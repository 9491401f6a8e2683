import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source';

/**
 * Constraints, indexes and policies live in the migrations alone; entities mirror tables and columns. What TypeORM would
 * change to make the database look like the entities must therefore touch constraints and indexes only.
 */
const CONTRAINTES = /^(ALTER TABLE "\w+" (DROP|ADD) CONSTRAINT|DROP INDEX|CREATE (UNIQUE )?INDEX)/;
/** Columns that the database computes by itself: no entity writes them. */
const CALCULEES = [
  /^ALTER TABLE "objectif" DROP COLUMN "niveau_parent"/,
  /^ALTER TABLE "historique" DROP COLUMN "prive"/,
  /^DELETE FROM "typeorm_metadata"/,
];
/** TypeORM looks generated columns up here; it makes the table itself when it synchronises, which we never do. */
const METADONNEES = `CREATE TABLE typeorm_metadata
  (type text NOT NULL, database text, schema text, "table" text, name text, value text)`;

describe('entities and migrations', () => {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  let serveur: DataSource;
  let base: DataSource;

  beforeAll(async () => {
    serveur = await createDataSource(url.toString(), { poolSize: 1 }).initialize();
    await serveur.query('DROP DATABASE IF EXISTS coopilote_derive WITH (FORCE)');
    await serveur.query('CREATE DATABASE coopilote_derive');
    const propre = new URL(url);
    propre.pathname = '/coopilote_derive';
    base = await createDataSource(propre.toString(), { poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await base.destroy();
    await serveur.query('DROP DATABASE coopilote_derive WITH (FORCE)');
    await serveur.destroy();
  });

  it('go up, down to an empty schema, and up again', async () => {
    const montees = await base.runMigrations();
    for (let i = 0; i < montees.length; i++) await base.undoLastMigration();
    const restes = await base.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    expect(restes).toEqual([]);
    expect(await base.runMigrations()).toHaveLength(montees.length);
  });

  it('describe the same tables and columns', async () => {
    await base.query(METADONNEES);
    const { upQueries } = await base.driver.createSchemaBuilder().log();
    const derives = upQueries
      .map((q) => q.query)
      .filter((q) => !CONTRAINTES.test(q) && !CALCULEES.some((c) => c.test(q)));
    expect(derives).toEqual([]);
  });
});
