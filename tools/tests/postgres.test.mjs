import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { startPostgres } from '../lib/postgres.mjs';

const base = mkdtempSync(join(tmpdir(), 'coopilote-outils-'));
const folders = [];
after(() => {
  for (const folder of folders) rmSync(realpathSync(folder), { recursive: true, force: true });
  rmSync(base, { recursive: true, force: true });
});

/** `base` is private: as root, each cluster lies elsewhere, behind a link. */
function newFolder() {
  const folder = join(base, String(folders.length), 'postgres');
  folders.push(folder);
  return folder;
}

async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const keep = (url, value) =>
  query(url, `CREATE TABLE IF NOT EXISTS garde (v int); INSERT INTO garde VALUES (${value})`);
const kept = async (url) => (await query(url, 'SELECT v FROM garde ORDER BY v')).map(({ v }) => v);

/** A process of its own that starts PostgreSQL and waits to be ended. */
async function holdElsewhere(options) {
  const library = pathToFileURL(join(import.meta.dirname, '..', 'lib', 'postgres.mjs')).href;
  const code = `
    import { startPostgres } from ${JSON.stringify(library)};
    const { pid, url } = await startPostgres(${JSON.stringify(options)});
    console.log(JSON.stringify({ serverPid: pid, url }));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return { child, ...JSON.parse(line) };
}

const lives = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('la base est gardée d’un démarrage à l’autre, en français, et n’écoute que sur 127.0.0.1', async () => {
  const folder = newFolder();
  const first = await startPostgres({ folder });
  await keep(first.url, 1);
  const [tri] = await query(
    first.url,
    `SELECT string_agg(m, ' ' ORDER BY m) AS mots, current_setting('fsync') AS fsync FROM unnest(ARRAY['zèbre','été','eux']) m`,
  );
  assert.deepEqual(tri, { mots: 'été eux zèbre', fsync: 'on' });
  assert.equal(statSync(`${folder}.password`).mode & 0o777, 0o600);
  const outside = Object.values(networkInterfaces())
    .flat()
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (outside) {
    const socket = connect(first.port, outside.address);
    const [error] = await once(socket, 'error');
    assert.equal(error.code, 'ECONNREFUSED');
  }
  await first.stop();

  const second = await startPostgres({ folder });
  assert.deepEqual(await kept(second.url), [1]);
  await second.stop();
});

test('après kill -9 du serveur, ce qui était acquitté est là, même si son numéro de processus sert à un autre', async () => {
  const folder = newFolder();
  const first = await startPostgres({ folder });
  await keep(first.url, 1);
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const second = await startPostgres({ folder });
  await keep(second.url, 2);
  process.kill(second.pid, 'SIGKILL');
  await second.exited;

  const pidFile = join(folder, 'postmaster.pid');
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)));
  const third = await startPostgres({ folder });
  assert.deepEqual(await kept(third.url), [1, 2]);
  await third.stop();
  await first.stop();
  await second.stop();
});

test('un dossier tenu par un Coopilote vivant est refusé ; orphelin, il est repris', async () => {
  const folder = newFolder();
  const { child, serverPid } = await holdElsewhere({ folder });
  await assert.rejects(startPostgres({ folder }), /utilise déjà/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.ok(lives(serverPid), 'le serveur survit à son lanceur tué');
  const next = await startPostgres({ folder });
  await keep(next.url, 1);
  assert.deepEqual(await kept(next.url), [1]);
  await next.stop();
});

test('Ctrl-C et SIGTERM arrêtent le serveur', async () => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    const { child, serverPid } = await holdElsewhere({ folder: newFolder() });
    child.kill(signal);
    await once(child, 'exit');
    assert.ok(!lives(serverPid), signal);
  }
});

test('une base éphémère ne laisse rien', async () => {
  const server = await startPostgres({ ephemeral: true });
  const [{ folder }] = await query(server.url, `SELECT current_setting('data_directory') AS folder`);
  assert.ok(existsSync(folder));
  await server.stop();
  assert.ok(!existsSync(folder));
});

test('une base éphémère dont le lanceur a été tué est arrêtée et retirée par la suivante', async () => {
  const { child, url } = await holdElsewhere({ ephemeral: true });
  const [{ folder }] = await query(url, `SELECT current_setting('data_directory') AS folder`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const next = await startPostgres({ ephemeral: true });
  await next.stop();
  assert.ok(!existsSync(folder));
  await assert.rejects(query(url, 'SELECT 1'), { code: 'ECONNREFUSED' });
});
