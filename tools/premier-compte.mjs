import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node.mjs';

await ensureNode();
ensureInstalled();

const { leave } = await import('./lib/arret.mjs');
const { startPostgres } = await import('./lib/postgres.mjs');
const { buildStale, dataFolder, logTo, prepareDatabase, productEnvironment, run } = await import('./lib/produit.mjs');
const { inRacine } = await import('./lib/racine.mjs');

/** `npm run premier-compte -- courriel prénom nom [région]`: the first regional administrator of an installation. */
try {
  const data = dataFolder();
  await buildStale(console.log, ['api']);
  const database = process.env.DATABASE_URL
    ? undefined
    : await startPostgres({ folder: join(data, 'postgres'), log: logTo(join(data, 'postgres.log')) });
  const product = { url: database?.url ?? process.env.DATABASE_URL, data, demo: false };
  await prepareDatabase({ ...product, show: false });
  const { code } = await run([inRacine('dist', 'api', 'premier-compte.mjs'), ...process.argv.slice(2)], {
    env: productEnvironment(product),
    show: true,
  });
  await database?.stop();
  await leave(code);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await leave(1);
}
