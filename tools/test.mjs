import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node.mjs';

await ensureNode();
ensureInstalled();

const { atEnd, isEnding, leave } = await import('./lib/arret.mjs');
const { findChromium, findProgramme, LECTEURS, PDFTOTEXT } = await import('./lib/programmes.mjs');
const { jestProjects, runForgottenSpecs, runJest, runJourneys, runTarget, runToolTests } =
  await import('./lib/etapes.mjs');
const { loadDemonstration } = await import('./lib/demonstration.mjs');
const { freePort, startPostgres } = await import('./lib/postgres.mjs');
const { buildStale, seconds, startApi } = await import('./lib/produit.mjs');

/** `npm test -- --only=api` runs one step and shows its output as it is. */
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const show = only !== undefined;

/** Parts of the journeys that run at once, each on a product and a database of its own: none sees what another writes. */
const PARTS = ['1/2', '2/2'];

const steps = [
  { name: 'lint', label: 'Lint', run: () => runTarget('lint', show) },
  { name: 'types', label: 'Types', run: () => runTarget('typecheck', show) },
  { name: 'build', label: 'Construction', run: build },
  { name: 'outils', label: 'Outils', run: () => runToolTests({ show }) },
  { name: 'oublis', label: 'Tests oubliés', run: runForgottenSpecs },
  ...jestProjects().map((project) => ({
    name: project.name,
    label: `Tests ${project.folder}`,
    run: () => runProject(project),
  })),
  { name: 'e2e', label: 'Parcours dans le navigateur', run: runProductJourneys },
];

const total = { passed: 0, failed: 0 };
const chosen = steps.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0) {
  console.error(`Étape inconnue : ${only}. Étapes : ${steps.map(({ name }) => name).join(', ')}.`);
  total.failed = 1;
}
for (const step of chosen) {
  const start = performance.now();
  const { passed, failed, output } = await attempt(step);
  if (isEnding()) break;
  total.passed += passed;
  total.failed += failed;
  if (failed > 0 && output) console.log(`\n${output.trim()}\n`);
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${step.label} : ${passed} ${passed > 1 ? 'réussis' : 'réussi'}, ${failed} en échec (${seconds(start)})`,
  );
}
if (!isEnding()) {
  console.log(`${total.passed} passed, ${total.failed} failed`);
  await leave(total.failed > 0 ? 1 : 0);
}

async function attempt(step) {
  try {
    return await step.run();
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    return { passed: 0, failed: 1, output };
  }
}

/** Each part counts one: the web application is tried even when the API does not build. */
async function build() {
  const failures = [];
  for (const part of ['api', 'web']) {
    await buildStale(() => undefined, [part]).catch((error) => failures.push(error.message));
  }
  return { passed: 2 - failures.length, failed: failures.length, output: failures.join('\n\n') };
}

/** What a Jest project needs beside itself: a database, or the programs that read documents back. */
function runProject(project) {
  if (project.database) return runWithDatabase(project);
  if (project.documents) for (const lecteur of LECTEURS) findProgramme(lecteur);
  return runJest(project, { env: {}, show });
}

/** The API's tests run the real migrations on this empty database; theirs alone, thrown away after. */
async function runWithDatabase(project) {
  const database = await startPostgres({ ephemeral: true });
  try {
    return await runJest(project, { env: { TEST_DATABASE_URL: database.url }, show });
  } finally {
    await database.stop();
  }
}

/** The journeys meet the product as a visitor would: built, with its demonstration data. */
async function runProductJourneys() {
  const chromium = findChromium();
  findProgramme(PDFTOTEXT);
  await buildStale(() => undefined);
  const found = await Promise.all(PARTS.map((part) => runPart(part, chromium)));
  return {
    passed: found.reduce((sum, { passed }) => sum + passed, 0),
    failed: found.reduce((sum, { failed }) => sum + failed, 0),
    output: found
      .map(({ output }) => output)
      .filter(Boolean)
      .join('\n\n'),
  };
}

async function runPart(part, chromium) {
  const data = mkdtempSync(join(tmpdir(), 'coopilote-essai-'));
  const withdraw = atEnd(() => rmSync(data, { recursive: true, force: true }));
  const database = await startPostgres({ ephemeral: true });
  try {
    const product = { url: database.url, data, demo: true, show: false };
    await loadDemonstration(product);
    // Every journey signs in from the same address: the limit against guessing would stop them.
    const env = { COOPILOTE_LIMITE_CONNEXIONS: '100000' };
    const api = await startApi({ ...product, port: await freePort(), env });
    const found = await runJourneys({ baseUrl: api.address, chromium, part, show });
    await api.stop();
    const journal = api.output().trim();
    return found.failed > 0 && journal
      ? { ...found, output: `${found.output}\n\nSortie de l’API :\n${journal}` }
      : found;
  } finally {
    await database.stop();
    withdraw();
    rmSync(data, { recursive: true, force: true });
  }
}
