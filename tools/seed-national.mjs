import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node.mjs';

await ensureNode();
ensureInstalled();

const { default: pg } = await import('pg');
const { isEnding, leave } = await import('./lib/arret.mjs');
const { isDemonstrationExpected, forgetDemonstration } = await import('./lib/demonstration.mjs');
const { holdsCooperatives, loadNational } = await import('./lib/national.mjs');
const { emptyDatabase, startPostgres } = await import('./lib/postgres.mjs');
const { buildStale, dataFolder, logTo, prepareDatabase, seconds } = await import('./lib/produit.mjs');

try {
  await seed();
  await leave(0);
} catch (error) {
  if (!isEnding()) console.error(error instanceof Error ? error.message : error);
  await leave(1);
}

/** `npm run seed:national`: the large data set, in the embedded database or in that of `DATABASE_URL`. */
async function seed() {
  const begin = performance.now();
  const replace = process.argv.includes('--remplacer');
  const echelle = scale();
  const data = dataFolder();
  await buildStale(console.log, ['api']);
  const folder = join(data, 'postgres');
  const url = process.env.DATABASE_URL ?? (await startPostgres({ folder, log: logTo(join(data, 'postgres.log')) })).url;
  // A demonstration load cut short is nobody's work.
  if (replace || isDemonstrationExpected(data)) {
    await emptyDatabase(url);
    if (existsSync(join(data, 'pieces'))) rmSync(join(data, 'pieces'), { recursive: true });
    forgetDemonstration(data);
  }
  await prepareDatabase({ url, data, demo: false, show: false });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (await holdsCooperatives(client)) {
      throw new Error(
        'Cette base contient déjà des coopératives : rien n’a été touché. Choisissez un autre dossier (COOPILOTE_DATA), ' +
          'ou effacez tout ce qu’elle contient avec : npm run seed:national -- --remplacer',
      );
    }
    console.log(`Chargement du jeu national à l’échelle ${String(echelle).replace('.', ',')}…`);
    await loadNational(client, echelle, console.log);
  } finally {
    await client.end();
  }
  console.log(`Le jeu national est chargé (${seconds(begin)}). Comptes (mot de passe : demo-coopilote) :`);
  console.log(
    '  national@demo.test, evaluateur-11@demo.test, admin-11@demo.test, dd93@demo.test, partenaire-93@demo.test',
  );
}

function scale() {
  const given = process.argv.find((word) => word.startsWith('--echelle='))?.slice('--echelle='.length) ?? '1';
  const value = Number(given.replace(',', '.'));
  if (!(value >= 0.01 && value <= 10)) {
    throw new Error(`L’échelle va de 0,01 à 10 : «\u00A0${given}\u00A0».`);
  }
  return value;
}
