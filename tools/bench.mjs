import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node.mjs';

await ensureNode();
ensureInstalled();

const { default: pg } = await import('pg');
const { leave } = await import('./lib/arret.mjs');
const { freePort, startPostgres } = await import('./lib/postgres.mjs');
const { inRacine } = await import('./lib/racine.mjs');
const { buildStale, prepareDatabase, productEnvironment, startApi } = await import('./lib/produit.mjs');
const { measureDocuments } = await import('./bench/documents.mjs');
const { measureWorkbook } = await import('./bench/classeurs.mjs');
const { measureSeance } = await import('./bench/seance.mjs');
const { measureReportScripts } = await import('./bench/scripts-bilan.mjs');
const { measureLighthouse } = await import('./bench/lighthouse.mjs');
const { draft } = await import('./bench/brouillon.mjs');
const { startBareServer } = await import('./bench/serveur-nu.mjs');

/** `npm run bench`: medians of several runs, on this machine, of what the product promises. */
const RUNS = 15;
const LOAD = { connections: 20, seconds: 4, rounds: 3 };
const LIST = '/api/fiches-actions?departement=93&taille=100&tri=intitule';
/** The API's own statements (apps/api/src/actions/fiche-action.queries.ts), for the bare server. */
const LIST_SQL = {
  total: `SELECT count(*) AS total FROM fiche_action WHERE departement_code = $1`,
  totalParams: ['93'],
  page: `SELECT f.id, f.cooperative_id AS "cooperativeId", c.intitule AS cooperative, f.departement_code AS "departementCode",
                f.structure_id AS "structureId", s.nom AS structure, f.intitule, f.etat, f.calendrier_debut AS "calendrierDebut",
                f.calendrier_fin AS "calendrierFin", f.beneficiaires_cibles AS "beneficiairesCibles"
         FROM fiche_action f JOIN cooperative c ON c.id = f.cooperative_id JOIN structure s ON s.id = f.structure_id
         WHERE f.departement_code = $1 ORDER BY f.intitule, f.id LIMIT 100 OFFSET 0`,
  pageParams: ['93'],
};

const id = (prefix, rank) => {
  const hex = rank.toString(16).padStart(24, '0');
  return `${prefix}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8, 12)}-${hex.slice(12)}`;
};

let owner;
const data = mkdtempSync(join(tmpdir(), 'coopilote-bench-'));
try {
  await buildStale();
  const database = await startPostgres({ ephemeral: true, settings: { fsync: 'on', synchronous_commit: 'on' } });
  const product = { url: database.url, data, demo: false };
  await prepareDatabase({ ...product, show: false });
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(readFileSync(inRacine('tools', 'bench', 'donnees.sql'), 'utf8'));
  const sessions = {
    dd: await openSession(owner, 1),
    evaluateur: await openSession(owner, 2),
    partenaire: await openSession(owner, 3),
  };
  const api = await startApi({
    ...product,
    port: await freePort(),
    env: { COOPILOTE_LIMITE_CONNEXIONS: '100000' },
    show: false,
  });
  const bare = await startBareServer(applicationUrl(database.url, product), LIST_SQL);

  const call = caller(api.address, sessions.dd);
  console.log(`\nMédianes de ${RUNS} mesures, 2 403 actions, 12 015 indicateurs\n`);
  await report('Première page de 100 actions et son total', () => call(LIST), api);
  await report(
    'T2 d’une coopérative de 3 actions',
    () => call(`/api/cooperatives/${id('44444444', 41)}/indicateurs?trimestre=2026-T3`),
    api,
  );
  await report(
    'T2 d’une coopérative de 60 actions',
    () => call(`/api/cooperatives/${id('44444444', 2)}/indicateurs?trimestre=2026-T3`),
    api,
  );
  await report(
    'T3 d’une coopérative de 3 actions',
    () => call(`/api/cooperatives/${id('44444444', 41)}/suivi-actions?trimestre=2026-T3`),
    api,
  );
  await report(
    'T3 d’une coopérative de 60 actions',
    () => call(`/api/cooperatives/${id('44444444', 2)}/suivi-actions?trimestre=2026-T3`),
    api,
  );
  const region = caller(api.address, sessions.evaluateur);
  await report(
    'T6, totaux par département',
    () => region('/api/consolidation/totaux?axe=departement&du=2026-T1&au=2026-T3'),
    api,
  );
  await report('T6, première page', () => region('/api/consolidation?taille=100&du=2026-T1&au=2026-T3'), api);

  const rates = { api: [], bare: [] };
  for (let round = 0; round < LOAD.rounds; round++) {
    rates.api.push(await rate(() => call(LIST)));
    rates.bare.push(await rate(() => fetchAll(bare.address, { 'x-session': print(sessions.dd) })));
  }
  const [ours, theirs] = [median(rates.api), median(rates.bare)];
  line(
    `Liste, ${LOAD.connections} connexions`,
    `${Math.round(ours)} par seconde ; serveur nu ${Math.round(theirs)} ; rapport ${(ours / theirs).toFixed(2)}`,
  );
  const saves = { api: [], bare: [] };
  const typing = {
    api: saver(`${api.address}/api/bilans-trimestriels`, { cookie: `coopilote=${sessions.partenaire}` }),
    bare: saver(bare.address, { 'x-session': print(sessions.partenaire) }),
  };
  for (let round = 0; round < LOAD.rounds; round++) {
    saves.api.push(await rate(typing.api(new Map())));
    saves.bare.push(await rate(typing.bare(new Map())));
  }
  const [kept, bareKept] = [median(saves.api), median(saves.bare)];
  line(
    `Brouillon d’un bilan, ${LOAD.connections} connexions`,
    `${Math.round(kept)} par seconde ; serveur nu ${Math.round(bareKept)} ; rapport ${(kept / bareKept).toFixed(2)}`,
  );
  line('Mémoire résidente de l’API', `${Math.round(memory(api.pid) / 1024)} Mo`);

  const seance = await measureSeance(api.address, sessions.dd, id('44444444', 2));
  line('Séance : l’écran mural suit une décision', `${median(seance.wall).toFixed(0)} ms`);
  line('Séance : de la clôture aux 30 messages et leur PDF', `${(seance.minutes / 1000).toFixed(2)} s`);

  const size = await measureReportScripts(api.address, sessions.partenaire, id('88888888', 7));
  line(
    'Scripts de la page du bilan',
    size === undefined ? 'non mesurés : Chromium introuvable' : `${(size / 1000).toFixed(0)} ko compressés`,
  );
  const page = await measureLighthouse(api.address, sessions.partenaire, id('88888888', 7));
  if (page)
    line(
      'Lighthouse, page du bilan sur téléphone',
      `performance ${page.performance}, accessibilité ${page.accessibility} ; charge de la machine ${page.load.toFixed(1)}`,
    );

  const { minutes, convention } = await measureDocuments(RUNS);
  line(
    'Compte rendu de 12 points, 30 personnes',
    `PDF ${median(minutes.pdf).toFixed(0)} ms, Word ${median(minutes.docx).toFixed(0)} ms`,
  );
  line(
    'Convention de 12 actions',
    `PDF ${median(convention.pdf).toFixed(0)} ms ; mémoire, du 5e au 40e d’affilée : ${(convention.growth / 1024).toFixed(0)} ko`,
  );

  // Last: it makes a large CA of one that was measured above.
  const workbook = await measureWorkbook(owner, api.address, sessions.dd, id('44444444', 2), 500);
  line(
    `Classeur de T3, ${workbook.actions} actions (${(workbook.bytes / 1024).toFixed(0)} ko)`,
    `écrit en ${(workbook.write / 1000).toFixed(2)} s, vérifié en ${(workbook.check / 1000).toFixed(2)} s, ${workbook.changes} changements appliqués en ${(workbook.apply / 1000).toFixed(2)} s (5 s au plus)`,
  );
  line('Mémoire résidente de l’API, après le classeur', `${Math.round(memory(api.pid) / 1024)} Mo`);

  await bare.stop();
  await api.stop();
  await owner.end();
  await database.stop();
  rmSync(data, { recursive: true, force: true });
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  await leave(1);
}

/** Time of one call alone, and statements that it costs (read from the API's own counter). */
async function report(label, work, api) {
  for (let i = 0; i < 5; i++) await work();
  const before = await statements(api.address);
  const times = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const perCall = ((await statements(api.address)) - before) / RUNS;
  line(label, `${median(times).toFixed(1)} ms, ${perCall} requêtes SQL`);
}

async function statements(address) {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(/^coopilote_sql_requetes_total (\d+)/m.exec(text)?.[1]);
}

function caller(address, token) {
  return (path) => fetchAll(`${address}${path}`, { cookie: `coopilote=${token}` });
}

async function fetchAll(url, headers) {
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} : ${response.status} ${text.slice(0, 300)}`);
  return text;
}

/** Calls a second with `LOAD.connections` callers at once. */
async function rate(work) {
  const end = performance.now() + LOAD.seconds * 1000;
  let done = 0;
  const callers = Array.from({ length: LOAD.connections }, async (_, who) => {
    while (performance.now() < end) {
      await work(who);
      done++;
    }
  });
  await Promise.all(callers);
  return done / LOAD.seconds;
}

/** Saves drafts as they are typed: each caller its own report, over the version that the last saving gave. */
function saver(address, headers) {
  let rank = 0;
  return (versions) => async (who) => {
    // Reports of the third quarter of CA 1, which its structure is writing.
    const report = id('88888888', (who + 1) * 4 + 3);
    if (!versions.has(report)) versions.set(report, await versionOf(report));
    const response = await fetch(`${address}/${report}`, {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'application/json', origin: new URL(address).origin },
      body: JSON.stringify({ ...draft(rank++), version: versions.get(report) }),
    });
    const body = await response.json();
    if (!response.ok) throw new Error(`${report} : ${response.status} ${JSON.stringify(body).slice(0, 300)}`);
    versions.set(report, body.version);
  };
}

async function versionOf(report) {
  return (await owner.query('SELECT version FROM bilan_trimestriel WHERE id = $1', [report])).rows[0].version;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Resident memory of a process, in kB. */
function memory(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

function line(label, text) {
  console.log(`${label.padEnd(46, '\u00a0')} ${text}`);
}

function print(token) {
  return createHash('sha256').update(token).digest('hex');
}

async function openSession(client, rank) {
  const token = randomUUID();
  await client.query(
    `INSERT INTO session (empreinte, utilisateur_id, expire_le) VALUES ($1, $2, now() + interval '1 hour')`,
    [print(token), id('aaaaaaaa', rank)],
  );
  return token;
}

/** The application's own role, as the API derives it (libs/db/migrer.ts). */
function applicationUrl(url, product) {
  const address = new URL(url);
  address.username = 'coopilote_app';
  address.password = createHmac('sha256', productEnvironment(product).COOPILOTE_SECRET)
    .update('role coopilote_app')
    .digest('hex');
  return address.toString();
}
