import { globSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node.mjs';
import { inRacine } from './lib/racine.mjs';
import { buildServiceWorker } from './lib/service-worker.mjs';

const OUTPUT = inRacine('dist', 'web', 'browser');
/** Under a kilobyte, the headers weigh more than what is saved. */
const SMALLEST = 1024;

/**
 * Builds the web application and its service worker into dist/web/browser, and lays beside each text file its `.br` and `.gz`: the API sends these as
 * they are, and compresses nothing while people wait.
 *
 * @throws with the compiler's messages
 */
export async function buildWeb() {
  const { NX_ENV, nx, run } = await import('./lib/produit.mjs');
  const { code, output } = await run(nx('build', 'web'), { env: NX_ENV });
  if (code !== 0) throw new Error(`La construction de l’application web a échoué :\n${output}`);
  await buildServiceWorker(OUTPUT, inRacine('dist', 'web', 'browser-stats.json'));
  await Promise.all(globSync('**/*.{js,css,svg,json,webmanifest}', { cwd: OUTPUT }).map(compress));
}

async function compress(name) {
  const file = `${OUTPUT}/${name}`;
  if ((await stat(file)).size < SMALLEST) return;
  const content = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await Promise.all([
    promisify(brotliCompress)(content, { params }).then((bytes) => writeFile(`${file}.br`, bytes)),
    promisify(gzip)(content, { level: 9 }).then((bytes) => writeFile(`${file}.gz`, bytes)),
  ]);
}

if (process.argv[1] === import.meta.filename) {
  await ensureNode();
  ensureInstalled();
  const start = performance.now();
  await buildWeb();
  console.log(`Application web construite en ${((performance.now() - start) / 1000).toFixed(1)} s (dist/web/browser).`);
}
