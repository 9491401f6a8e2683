import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Contexte } from './run-in-context';
import { ROLE_APPLICATION } from './data-source';

/** Schema of the job queue (pg-boss). */
export const SCHEMA_TRAVAUX = 'travaux';

/** What a process that enqueues, works and watches over the queue touches; it makes no table and owns none. */
const DROITS = {
  version: 'SELECT, UPDATE',
  queue: 'SELECT, INSERT, UPDATE',
  schedule: 'SELECT, INSERT, UPDATE, DELETE',
  job: 'SELECT, INSERT, UPDATE, DELETE',
  job_common: 'SELECT, INSERT, UPDATE, DELETE',
  job_dependency: 'SELECT, INSERT, UPDATE, DELETE',
};

/**
 * Brings the queue's own schema to the version of pg-boss that is installed, under the owner's connection, and opens it to
 * the application's role. Its tables are pg-boss's: they are made and changed by it alone, never by our migrations.
 */
export async function migrateJobs(client: pg.Client, url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA_TRAVAUX,
    max: 1,
    supervise: false,
    schedule: false,
  });
  let echec: unknown;
  boss.on('error', (erreur) => (echec ??= erreur));
  await boss.start();
  await boss.stop({ graceful: false });
  if (echec) throw echec;
  const droits = Object.entries(DROITS).map(
    ([table, droit]) => `GRANT ${droit} ON ${SCHEMA_TRAVAUX}.${table} TO ${ROLE_APPLICATION};`,
  );
  await client.query(`GRANT USAGE ON SCHEMA ${SCHEMA_TRAVAUX} TO ${ROLE_APPLICATION}; ${droits.join(' ')}`);
}

/** The transaction of a context, as pg-boss takes it: what it enqueues or completes then lives or dies with the rest. */
export function connexionTravaux({ manager }: Contexte) {
  return {
    executeSql: async (texte: string, valeurs?: unknown[]): Promise<{ rows: unknown[] }> => {
      if (!manager.queryRunner) throw new Error('Contexte sans transaction');
      const { records } = await manager.queryRunner.query(texte, valeurs, true);
      return { rows: records };
    },
  };
}
