import { createHmac } from 'node:crypto';
import pg from 'pg';
import { createDataSource, ROLE_APPLICATION } from './data-source';
import { loadDecoupage } from './decoupage';
import { migrateJobs } from './travaux';

/** Password of the application's role, derived from the secret: every process of an installation finds the same one. */
function motDePasseApplication(secret: string): string {
  return createHmac('sha256', secret).update('role coopilote_app').digest('hex');
}

/** Address by which the application connects: the owner's, with the role that owns nothing. */
export function applicationUrl(urlProprietaire: string, secret: string): string {
  const url = new URL(urlProprietaire);
  url.username = ROLE_APPLICATION;
  url.password = motDePasseApplication(secret);
  return url.toString();
}

/**
 * Brings a database to the present schema: the application's role, the migrations, the job queue, the official geography.
 * `url` is the owner's (it may create a role). Safe to run again, and by two processes at once (advisory lock).
 * @returns names of the migrations that were run.
 */
export async function migrate(url: string, secret: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'coopilote-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(7262018)');
    const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE_APPLICATION]);
    const motDePasse = client.escapeLiteral(motDePasseApplication(secret));
    const attributs = `LOGIN PASSWORD ${motDePasse} NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT`;
    await client.query(`${rows.length ? 'ALTER' : 'CREATE'} ROLE ${ROLE_APPLICATION} ${attributs}`);
    const source = createDataSource(url, { poolSize: 2 });
    await source.initialize();
    try {
      const faites = await source.runMigrations();
      await migrateJobs(client, url);
      await loadDecoupage(client);
      return faites.map((m) => m.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await client.end();
  }
}
