import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node.mjs';

await ensureNode();
ensureInstalled();

const { leave } = await import('./lib/arret.mjs');
const { freePort } = await import('./lib/postgres.mjs');
const { inRacine } = await import('./lib/racine.mjs');
const { buildStale, startApi } = await import('./lib/produit.mjs');
const { Banc, HEADER } = await import('./bench/banc.mjs');
const { applicationUrl, nationalCopy } = await import('./bench/base.mjs');
const { measureConsolidation } = await import('./bench/consolidation.mjs');
const { compareScales } = await import('./bench/echelles.mjs');
const { measureExport } = await import('./bench/export.mjs');
const { measureLists, measurePages } = await import('./bench/listes.mjs');
const { measureMeeting, measurePapers, measureReportPage, measureWorkbooks } = await import('./bench/pieces.mjs');
const { measureSaving } = await import('./bench/saisie.mjs');
const { startBareServer } = await import('./bench/serveur-nu.mjs');

/** `npm run bench`: medians on the national data set, on this machine, of what the product promises. See tools/bench/README.md. */
const RUNS = 15;
let postgres;
const MEMORY = { most: 250, text: '≤ 250 Mo' };
/** In this order: what is written comes after what is read, and a large CA is made last. */
const SECTIONS = {
  consolidation: measureConsolidation,
  listes: measureLists,
  saisie: measureSaving,
  memoire: async (banc) => {
    const peak = banc.memory.peak();
    banc.line({
      what: 'Mémoire résidente de l’API, au plus haut',
      measured: `${Math.round(peak)} Mo`,
      value: peak,
      asked: MEMORY,
    });
  },
  export: measureExport,
  seance: measureMeeting,
  scripts: measureReportPage,
  documents: measurePapers,
  classeurs: measureWorkbooks,
};

try {
  await bench();
  await leave(0);
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  await leave(1);
}

async function bench() {
  const only = option('only')?.split(',');
  const unknown = only?.filter((name) => !(name in SECTIONS));
  if (unknown?.length)
    throw new Error(`Sections connues : ${Object.keys(SECTIONS).join(', ')} ; pas « ${unknown.join(', ')} ».`);
  const begin = loadavg();
  await buildStale();
  const scales = process.argv.includes('--echelles');
  const small = scales ? await onScale(0.1, measurePages) : undefined;
  const lines = await onScale(Number(option('echelle') ?? 1), async (banc, prepared) => {
    console.log(`\nJeu national ${prepared}. Médianes de ${RUNS} mesures, sur ${cpus().length} cœurs.\n\n${HEADER}`);
    if (small) compareScales(banc, small, await measurePages(banc));
    for (const [name, measure] of Object.entries(SECTIONS)) {
      if (only ? only.includes(name) : !scales) await measure(banc);
    }
    return banc.lines;
  });
  write(lines, begin);
}

/** Runs `work` with a bench on a copy of the national data set at a scale, and stops everything after it. */
async function onScale(echelle, work) {
  const base = await nationalCopy(echelle, console.log);
  const product = { url: base.url, data: base.data, demo: false };
  const env = { COOPILOTE_LIMITE_CONNEXIONS: '100000' };
  const api = await startApi({ ...product, port: await freePort(), env, show: false });
  const bare = await startBareServer(applicationUrl(product));
  const banc = new Banc({ api, bare, owner: base.owner, runs: RUNS });
  postgres = (await base.owner.query('SHOW server_version')).rows[0].server_version;
  try {
    return await work(banc, base.prepared);
  } finally {
    banc.memory.stop();
    // What could not be stopped is ended with this process: the reason of the failure must not be hidden by it.
    for (const { stop } of [bare, api, base]) await stop().catch((error) => console.error(error.message));
  }
}

function write(lines, begin) {
  const file = inRacine('dist', 'bench.json');
  const git = (...args) => {
    try {
      return execFileSync('git', args, {
        cwd: inRacine(),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    } catch {
      return undefined;
    }
  };
  mkdirSync(inRacine('dist'), { recursive: true });
  const machine = {
    processeur: cpus()[0]?.model,
    coeurs: cpus().length,
    memoire: `${Math.round(totalmem() / 2 ** 30)} Gio`,
  };
  const charge = { avant: begin, apres: loadavg() };
  const version = {
    commit: git('rev-parse', 'HEAD'),
    modifie: Boolean(git('status', '--porcelain')),
    node: process.version,
    postgres,
  };
  writeFileSync(
    file,
    `${JSON.stringify({ date: new Date().toISOString(), ...version, machine, charge, mesures: lines }, null, 2)}\n`,
  );
  const missed = lines.filter(({ atteint }) => atteint === false);
  console.log(
    `\n${missed.length ? `${missed.length} mesures sous ce qui est demandé.` : 'Tout ce qui est demandé est tenu.'} Détail : dist/bench.json`,
  );
  console.log(
    `Charge de la machine : ${begin[0].toFixed(1)} avant, ${loadavg()[0].toFixed(1)} après (${cpus().length} cœurs).`,
  );
}

function option(name) {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}
