import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { atEnd, endChild } from './arret.mjs';
import { inRacine } from './racine.mjs';
import { buildAndStamp, isStale } from './stale.mjs';

/** Folder of what an installation keeps (`COOPILOTE_DATA`, else `.data` in the repository), absolute; made when missing. */
export function dataFolder() {
  const folder = resolve(inRacine(), process.env.COOPILOTE_DATA || '.data');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Builds the API and the web application, each only when its sources changed.
 * @param {(line: string) => void} say receives one French line per build
 */
export async function buildStale(say = console.log, parts = ['api', 'web']) {
  const builders = {
    api: async () => (await import('../build-api.mjs')).buildApi(),
    web: async () => (await import('../build-web.mjs')).buildWeb(),
  };
  const labels = { api: 'de l’API', web: 'de l’application web' };
  for (const part of parts) {
    if (!isStale(part)) continue;
    const start = performance.now();
    say(`Construction ${labels[part]}…`);
    await buildAndStamp(part, builders[part]);
    say(`Construction ${labels[part]} : ${seconds(start)}.`);
  }
}

/** No daemon left behind, no full-screen display, no colour codes in what is read back. */
export const NX_ENV = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' };

export const nx = (...args) => [inRacine('node_modules', 'nx', 'dist', 'bin', 'nx.js'), ...args];

/**
 * Runs a Node script to its end from the repository's root; it is ended with the tool.
 *
 * @param {object} options `show` lets its output through to the terminal; after `limit` milliseconds it is ended
 * @returns {Promise<{ code: number, output: string }>} `output` is empty with `show`
 */
export async function run(args, { env = {}, show = false, limit } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: inRacine(),
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  const withdraw = atEnd(() => endChild(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const late =
    limit &&
    setTimeout(() => {
      output += `\nArrêté au bout de ${Math.round(limit / 60_000)} minutes.`;
      void endChild(child);
    }, limit);
  const code = await new Promise((done, fail) =>
    child.once('error', fail).once('close', (status) => done(status ?? 1)),
  );
  clearTimeout(late);
  withdraw();
  return { code, output };
}

/** Environment of the product's processes; the secret is made once and kept in `<data>/secret` (mode 0600). */
export function productEnvironment({ url, data, demo }) {
  return {
    DATABASE_URL: url,
    COOPILOTE_DATA: data,
    COOPILOTE_SECRET: process.env.COOPILOTE_SECRET || keptSecret(join(data, 'secret')),
    ...(demo ? { COOPILOTE_DEMO: '1' } : {}),
  };
}

function keptSecret(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Brings the database to the schema of the built API, then loads the demonstration into an empty one when `demo`. */
export async function prepareDatabase({ url, data, demo, show = true }) {
  const env = productEnvironment({ url, data, demo });
  const steps = [['migrate', 'Les migrations ont échoué.']];
  if (demo) steps.push(['demonstration', 'Le chargement des données de démonstration a échoué.']);
  for (const [name, failure] of steps) {
    const { code, output } = await run(['--enable-source-maps', inRacine('dist', 'api', `${name}.mjs`)], { env, show });
    if (code !== 0) throw new Error(`${failure}\n${output}`.trim());
  }
}

/**
 * Left to itself, V8 takes memory by the hundred megabytes before it looks for what is free: a small nursery and a ceiling on the rest
 * cost no speed here (npm run bench). The same in docker/Dockerfile.
 */
const MEMORY = ['--max-semi-space-size=4', '--max-old-space-size=256'];

/**
 * Starts the API, which serves the web application too, and waits until it says it is ready.
 *
 * @returns {Promise<{ address: string, pid: number, exited: Promise<string>, stop: () => Promise<void>, output: () => string }>}
 *   `exited` tells how it ended; `output` is the end of what it wrote, when not shown; `stop` lets it finish what it is doing,
 *   and also runs at the end of the tool
 * @throws when it ends, or is not ready after a minute; its output is in the message unless `show`
 */
export async function startApi({ url, data, demo, port, env = {}, show = true }) {
  const follow = pathToFileURL(join(import.meta.dirname, 'suivre-parent.mjs')).href;
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', ...MEMORY, '--import', follow, inRacine('dist', 'api', 'main.mjs')],
    {
      cwd: inRacine(),
      env: { ...process.env, ...productEnvironment({ url, data, demo }), PORT: String(port), ...env },
      // Its own group: a Ctrl-C typed in the terminal reaches it through `stop`, once, before PostgreSQL ends.
      detached: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe', 'ipc'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-20_000)));
  }
  const exited = new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done(signal ? `signal ${signal}` : `code ${code}`));
  });
  const stop = async () => {
    withdraw();
    await endChild(child, 'SIGTERM', 15_000);
  };
  const withdraw = atEnd(stop);

  const address = `http://localhost:${port}`;
  const ended = exited.then((how) => `L’API s’est arrêtée au démarrage (${how}).`);
  const problem = await Promise.race([ended, becomesReady(`http://127.0.0.1:${port}/api/health/ready`)]);
  if (problem) {
    await stop();
    throw new Error(`${problem}\n${output}`.trim());
  }
  return { address, pid: child.pid, exited, stop, output: () => output };
}

async function becomesReady(url) {
  let last = 'aucune réponse';
  for (const limit = Date.now() + 60_000; Date.now() < limit;) {
    try {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (status === 200) return undefined;
      last = `réponse ${status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await wait(40);
  }
  return `L’API n’est pas prête au bout d’une minute (${last}).`;
}

/** A receiver of lines that appends them to `file`, begun anew past 5 MB. */
export function logTo(file) {
  const full = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
  const stream = createWriteStream(file, { flags: full ? 'w' : 'a' });
  return (line) => stream.write(`${line}\n`);
}

/** Whether nobody listens on `port`, on any address of the machine. */
export function isFree(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, () => server.close(() => done(true)));
  });
}

/** '1,2 s' since `start`, a `performance.now()`. */
export const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1).replace('.', ',')}\u202Fs`;
