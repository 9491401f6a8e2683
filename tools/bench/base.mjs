import { createHash, createHmac, randomUUID } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { loadNational } from '../lib/national.mjs';
import { emptyDatabase, startPostgres } from '../lib/postgres.mjs';
import { prepareDatabase, productEnvironment } from '../lib/produit.mjs';
import { inRacine } from '../lib/racine.mjs';

/** What the kept database was made from: another content, and it is made again. */
const SOURCES = ['package-lock.json', 'migrations/**/*.ts', 'tools/national/*.sql', 'tools/lib/national.mjs'];
const MEASURED = 'mesure';

/**
 * A copy of the national data set at a scale, on a server of its own with the product's settings. The original stays in
 * `dist/bench` from one run to the next.
 *
 * @returns {Promise<{ url, data, owner, prepared: string, stop }>} `url` and `owner` reach the copy as its owner; `prepared` says
 *   how the original came
 */
export async function nationalCopy(echelle, say) {
  const data = inRacine('dist', 'bench', `echelle-${echelle}`);
  mkdirSync(data, { recursive: true });
  const server = await startPostgres({ folder: join(data, 'postgres') });
  const stamp = join(data, 'sources');
  const wanted = digest();
  let prepared = 'gardé d’un passage précédent';
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    const start = performance.now();
    say(`Jeu national à l’échelle ${echelle} : chargement…`);
    writeFileSync(stamp, '');
    await emptyDatabase(server.url);
    await prepareDatabase({ url: server.url, data, demo: false, show: false });
    const client = await connect(server.url);
    await loadNational(client, echelle);
    await client.end();
    writeFileSync(stamp, wanted);
    prepared = `chargé en ${((performance.now() - start) / 1000).toFixed(0)} s`;
  }
  const address = new URL(server.url);
  address.pathname = '/postgres';
  const admin = await connect(address.toString());
  await admin.query(`DROP DATABASE IF EXISTS ${MEASURED} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${MEASURED} TEMPLATE coopilote STRATEGY FILE_COPY`);
  address.pathname = `/${MEASURED}`;
  const url = address.toString();
  const owner = await connect(url);
  return {
    url,
    data,
    owner,
    prepared,
    stop: async () => {
      await owner.end();
      await admin.query(`DROP DATABASE ${MEASURED} WITH (FORCE)`);
      await admin.end();
      await server.stop();
    },
  };
}

async function connect(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

function digest() {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: inRacine() }).sort())
    hash.update(file).update(readFileSync(inRacine(file)));
  return hash.digest('hex');
}

/** The application's own role, as the API derives it (libs/db/migrer.ts). */
export function applicationUrl({ url, data }) {
  const address = new URL(url);
  address.username = 'coopilote_app';
  address.password = createHmac('sha256', productEnvironment({ url, data }).COOPILOTE_SECRET)
    .update('role coopilote_app')
    .digest('hex');
  return address.toString();
}

/** A session of an account, by its e-mail; measures do not sign in. */
export async function openSession(owner, email) {
  const token = randomUUID();
  await owner.query(
    `INSERT INTO session (empreinte, utilisateur_id, expire_le) SELECT $1, id, now() + interval '2 hours' FROM utilisateur WHERE courriel = $2`,
    [print(token), email],
  );
  return token;
}

export const print = (token) => createHash('sha256').update(token).digest('hex');
