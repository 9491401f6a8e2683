import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node.mjs';

await ensureNode();
ensureInstalled();

const { isEnding, leave } = await import('./lib/arret.mjs');
const { loadDemonstration } = await import('./lib/demonstration.mjs');
const { startPostgres } = await import('./lib/postgres.mjs');
const { buildStale, dataFolder, logTo } = await import('./lib/produit.mjs');

const CONFIRMATION = '--oui-je-comprends';

try {
  await reset();
  await leave(0);
} catch (error) {
  if (!isEnding()) console.error(error instanceof Error ? error.message : error);
  await leave(1);
}

/** Empties the embedded database and loads the demonstration anew; a server of one's own only when told so expressly. */
async function reset() {
  const server = process.env.DATABASE_URL;
  if (server && !process.argv.includes(CONFIRMATION)) {
    throw new Error(
      `DATABASE_URL est défini : toutes les données de ${new URL(server).host}${new URL(server).pathname} seraient effacées. ` +
        `Pour le vouloir vraiment : npm run demo:reset -- ${CONFIRMATION}`,
    );
  }
  const data = dataFolder();
  await buildStale(console.log, ['api']);
  const url =
    server ?? (await startPostgres({ folder: join(data, 'postgres'), log: logTo(join(data, 'postgres.log')) })).url;
  await loadDemonstration({ url, data });
  console.log('Les données de démonstration sont remises à neuf.');
}
