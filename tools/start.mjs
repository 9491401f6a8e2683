import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node.mjs';

await ensureNode();
ensureInstalled();

const { atEnd, isEnding, leave } = await import('./lib/arret.mjs');
const { printDemoAccounts } = await import('./lib/comptes-demo.mjs');
const { expectDemonstration, isDemonstrationExpected, loadDemonstration } = await import('./lib/demonstration.mjs');
const { startPostgres } = await import('./lib/postgres.mjs');
const { buildStale, dataFolder, isFree, logTo, prepareDatabase, seconds, startApi } = await import('./lib/produit.mjs');

const begin = performance.now();
try {
  await start();
} catch (error) {
  if (!isEnding()) console.error(error instanceof Error ? error.message : error);
  await leave(1);
}

async function start() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT doit être un numéro de port : «\u00A0${process.env.PORT}\u00A0».`);
  }
  if (!(await isFree(port))) {
    throw new Error(`Le port ${port} est déjà pris. Choisissez-en un autre, par exemple : PORT=${port + 1} npm start`);
  }

  const data = dataFolder();
  const journal = join(data, 'postgres.log');
  const folder = join(data, 'postgres');
  const embedded = !process.env.DATABASE_URL;
  if (embedded) expectDemonstration(data, folder);
  atEnd(() => console.log('Coopilote est arrêté.'));
  const [database] = await Promise.all([
    embedded ? startPostgres({ folder, log: logTo(journal) }) : undefined,
    buildStale(),
  ]);
  const product = { url: database?.url ?? process.env.DATABASE_URL, data, demo: embedded };
  if (embedded && isDemonstrationExpected(data)) {
    console.log('Chargement des données de démonstration…');
    await loadDemonstration(product);
  } else {
    await prepareDatabase({ ...product, demo: false });
  }
  const api = await startApi({ ...product, port });
  atEnd(() => console.log('\nArrêt en cours…'));

  console.log(`\nCoopilote est prêt (${seconds(begin)}) : ${api.address}`);
  if (embedded) await printDemoAccounts(`http://127.0.0.1:${port}`);
  console.log('Ctrl-C pour arrêter.');

  const crash = await Promise.race([
    api.exited.then((how) => `L’API s’est arrêtée d’elle-même (${how}).`),
    database?.exited.then((code) => `PostgreSQL s’est arrêté de lui-même (code ${code}) : voir ${journal}.`) ??
      new Promise(() => undefined),
  ]);
  if (isEnding()) return;
  console.error(crash);
  await leave(1);
}
