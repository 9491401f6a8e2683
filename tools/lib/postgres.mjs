import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { atEnd, endChild } from './arret.mjs';
import { binariesFor, give, placeFor, postgresAccount, temporaryFolder } from './postgres-compte.mjs';

const OWNER = 'coopilote';
const DATABASE = 'coopilote';
const RETRIES = 40;

/** Full-text search reads the C locale of the database, sorting reads ICU's French: both are fixed, whatever the machine. */
const INITDB = [
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=fr-FR',
  '--auth=scram-sha-256',
  '--no-instructions',
];
const SERVER = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  lc_messages: 'C',
  timezone: 'UTC',
  jit: 'off',
  // An eighth of the machine: the tables that a page reads stay at hand, and the API has its share.
  shared_buffers: `${Math.min(1024, Math.max(128, Math.floor(totalmem() / 2 ** 23)))}MB`,
  work_mem: '8MB',
  // Many short queries at once: starting workers for one of them costs more than they bring, and takes from the others.
  max_parallel_workers_per_gather: '0',
};
/** For tests alone: a crash of the machine loses the cluster, which is thrown away anyway. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts an embedded PostgreSQL on 127.0.0.1, making its cluster and its database at the first start.
 *
 * @param {object} options
 * @param {string} [options.folder] the cluster's folder, kept from one start to the next; the owner's password lies beside
 *   it in `<folder>.password` (mode 0600). Not given with `ephemeral`.
 * @param {number} [options.port] a free port when absent
 * @param {(line: string) => void} [options.log] receives the server's own lines
 * @param {boolean} [options.ephemeral] for tests: temporary folder removed by `stop`, no fsync
 * @param {Record<string, string>} [options.settings] further server settings
 * @returns {Promise<{ url: string, port: number, pid: number, exited: Promise<number | null>, stop: () => Promise<void> }>}
 *   `url` connects as the owner (superuser); `exited` resolves when the server ends, asked or not; `stop` is also run at
 *   Ctrl-C, SIGTERM or an uncaught error of this process (lib/arret.mjs).
 * @throws when another living Coopilote holds the folder, or PostgreSQL refuses to start (its last lines are in the message)
 */
export async function startPostgres({ folder, port, log = () => undefined, ephemeral = false, settings = {} } = {}) {
  const account = postgresAccount(folder);
  const binaries = binariesFor(account);
  const temporary = ephemeral ? temporaryFolder(account) : undefined;
  const wanted = temporary ? join(temporary, 'postgres') : folder;
  const cluster = { account, binaries, wanted, place: placeFor(account, wanted), ephemeral, log };

  if (temporary) await sweepAbandoned(dirname(temporary));
  await endOrphan(cluster);
  const password = existsSync(join(cluster.place, 'PG_VERSION')) ? readPassword(wanted) : await initialise(cluster);
  writeFileSync(`${wanted}.owner`, String(process.pid));
  const server = await launch(cluster, port, { ...SERVER, ...(ephemeral ? CARELESS : {}), ...settings });

  const stop = async () => {
    withdraw();
    process.off('exit', cut);
    await endChild(server.child, 'SIGINT', 30_000);
    rmSync(`${wanted}.owner`, { force: true });
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  };
  const withdraw = atEnd(stop);
  // process.exit() called elsewhere leaves no time to wait: the server is at least asked to end.
  const cut = () => server.child.kill(ephemeral ? 'SIGQUIT' : 'SIGINT');
  process.on('exit', cut);

  const urlOf = (database) => `postgres://${OWNER}:${password}@127.0.0.1:${server.port}/${database}`;
  await ensureDatabase(urlOf('postgres'));
  return { url: urlOf(DATABASE), port: server.port, pid: server.child.pid, exited: server.exited, stop };
}

/** Makes the cluster aside, then renames it: an initdb cut short must not be taken for a cluster. Returns the password. */
async function initialise({ account, binaries, wanted, place, ephemeral, log }) {
  const password = randomBytes(24).toString('base64url');
  const draft = `${place}.en-cours`;
  const secrets = temporaryFolder(account);
  const passwordFile = join(secrets, 'password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  give(account, draft);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(account, passwordFile);
  const run = async (locale) => {
    const flags = [
      ...INITDB,
      `--locale=${locale}`,
      '--lc-messages=C',
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
    ];
    if (ephemeral) flags.push('--no-sync');
    const child = execute(join(binaries, 'bin', 'initdb'), ['-D', draft, ...flags], account);
    const lines = collect(child.stderr, log);
    child.stdout.resume();
    const withdraw = atEnd(() => endChild(child));
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    withdraw();
    return { code, lines };
  };
  try {
    let { code, lines } = await run('C.UTF-8');
    // Old systems know no C.UTF-8: plain C then, where full-text search takes accented letters for blanks.
    if (code !== 0 && lines.some((line) => line.includes('invalid locale name'))) ({ code, lines } = await run('C'));
    if (code !== 0) throw new Error(`initdb a échoué :\n${lines.join('\n')}`);
    if (!ephemeral) writeFileSync(`${wanted}.password`, password, { mode: 0o600 });
    // An empty folder prepared by the user (a mounted volume, say) gives way.
    if (existsSync(place)) rmSync(place, { recursive: true });
    renameSync(draft, place);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
  return password;
}

function readPassword(wanted) {
  try {
    return readFileSync(`${wanted}.password`, 'utf8').trim();
  } catch {
    throw new Error(
      `Le mot de passe de la base embarquée manque (${wanted}.password) : remettez ce fichier, ou retirez ${wanted}.`,
    );
  }
}

/** Runs the server until it accepts connections; retries where the former server's last processes still hold the folder. */
async function launch({ account, binaries, place, log }, wantedPort, settings) {
  for (let attempt = 1; ; attempt++) {
    const port = wantedPort ?? (await freePort());
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = execute(join(binaries, 'bin', 'postgres'), ['-D', place, '-p', String(port), ...flags], account);
    child.stdout.resume();
    let ready = () => undefined;
    const accepting = new Promise((resolve) => (ready = resolve));
    const lines = collect(child.stderr, (line) => {
      log(line);
      if (line.includes('ready to accept connections')) ready(true);
    });
    const exited = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (await Promise.race([accepting, exited.then(() => false)])) return { child, port, exited };

    const text = lines.join('\n');
    const held = /pre-existing shared memory block|lock file .* already exists/.test(text);
    const taken = wantedPort === undefined && text.includes('Address already in use');
    if ((!held && !taken) || attempt >= RETRIES) throw new Error(`PostgreSQL n’a pas démarré :\n${text}`);
    await wait(250);
  }
}

/**
 * A supervisor killed with -9 leaves its server running: it is stopped cleanly. A postmaster.pid left by a killed server may
 * name a process that has nothing to do with it since: PostgreSQL would refuse to start, so the file goes.
 */
async function endOrphan({ place, wanted }) {
  const file = join(place, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!isServerOf(pid, place)) {
    rmSync(file, { force: true });
    return;
  }
  const owner = livingOwner(wanted);
  if (owner) {
    throw new Error(
      `Un autre Coopilote (processus ${owner}) utilise déjà ${wanted} : arrêtez-le, ou choisissez un autre dossier avec COOPILOTE_DATA.`,
    );
  }
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 120 && isServerOf(pid, place); i++) await wait(250);
}

/** Ephemeral clusters whose tests were killed with -9 would run on for ever: the next tests end and remove them. */
async function sweepAbandoned(base) {
  for (const file of globSync('coopilote-*/postgres.owner', { cwd: base })) {
    const folder = join(base, dirname(file));
    const wanted = join(folder, 'postgres');
    if (livingOwner(wanted)) continue;
    try {
      await endOrphan({ place: wanted, wanted });
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      // Another user's, who will sweep it; anything else is worth knowing.
      if (!['EACCES', 'EPERM'].includes(error.code)) throw error;
    }
  }
}

/** Process that started the cluster of `wanted`, when it still lives. */
function livingOwner(wanted) {
  const file = `${wanted}.owner`;
  const owner = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
  return owner > 0 && commandOf(owner).includes('node') ? owner : undefined;
}

function isServerOf(pid, place) {
  const command = commandOf(pid);
  return command.includes('postgres') && (process.platform !== 'linux' || command.includes(place));
}

/** Command line of a living process; '' when it is gone. Elsewhere than on Linux, only whether it lives is known. */
function commandOf(pid) {
  try {
    process.kill(pid, 0);
    return process.platform === 'linux' ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : 'node postgres';
  } catch (error) {
    return error.code === 'EPERM' && process.platform !== 'linux' ? 'node postgres' : '';
  }
}

async function ensureDatabase(url) {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}

/** Drops everything in the database of `url` (owner), schema by schema: it is then as before the first migration. */
export async function emptyDatabase(url) {
  await withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
    );
    const drops = rows.map(({ name }) => `DROP SCHEMA ${name} CASCADE;`);
    await client.query(`BEGIN; ${drops.join(' ')} CREATE SCHEMA public; COMMIT;`);
  });
}

async function withClient(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function execute(command, args, account) {
  // The user's PG* variables would change the server's and initdb's defaults.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));
  return spawn(command, args, {
    ...account,
    env,
    cwd: '/',
    // Its own group: a Ctrl-C typed in the terminal must reach the API first, and PostgreSQL by our order alone.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Passes a stream on line by line and keeps its last 40 lines for error messages. */
function collect(stream, onLine) {
  const kept = [];
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      kept.push(line);
      if (kept.length > 40) kept.shift();
      onLine(line);
    }
  });
  return kept;
}

/** A TCP port of 127.0.0.1 that is free right now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
