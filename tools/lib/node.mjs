import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { constants } from 'node:os';
import { whenNpmIsGone } from './arret.mjs';
import { readPackageJson } from './racine.mjs';

const GUARD = 'COOPILOTE_NODE_REPRIS';

/**
 * Runs the calling script under the Node version of package.json (`engines.node`) when the running one is older.
 *
 * Resolves at once when the running Node will do; otherwise it never resolves: the process lives on only to pass signals
 * to its child and to leave with the child's exit code.
 */
export async function ensureNode() {
  const required = /\d+\.\d+\.\d+/.exec(readPackageJson().engines.node)[0];
  if (isAtLeast(process.versions.node, required)) return;
  if (process.env[GUARD]) {
    throw new Error(`Node ${required} est nécessaire, et npx a donné Node ${process.versions.node}.`);
  }
  const node = locateNode(required);
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    // First on the PATH: nx, npm and npx started by the child must run under the same Node.
    env: { ...process.env, [GUARD]: '1', PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  await new Promise(() => undefined);
}

/** npx is asked for the path only: kept between us and a long-lived child, it would swallow signals and exit codes. */
function locateNode(version) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  // The package `node` fetches its binary by an install script, which npm 12 skips: npx then quietly answers with the machine's
  // own Node. The platform's package has no script, so it is the one fetched; the answer is checked all the same.
  const packages = [`node-${platform}-${process.arch}@${version}`, `node@${version}`];
  // The cache alone first: a later start must not depend on the network.
  const candidates = [...packages.map((name) => ['--offline', '-p', name]), ...packages.map((name) => ['-p', name])];
  for (const [attempt, candidate] of candidates.entries()) {
    if (attempt === packages.length) {
      console.log(`Node ${process.versions.node} est trop ancien : obtention de Node ${version}…`);
    }
    const { status, stdout } = spawnSync(
      'npx',
      ['--yes', ...candidate, '--', 'node', '-p', '`${process.versions.node} ${process.execPath}`'],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], shell: process.platform === 'win32' },
    );
    const [, found, path] = /^(\d\S+) (.+)$/m.exec(status === 0 ? stdout : '') ?? [];
    if (path && isAtLeast(found, version)) return path;
  }
  console.error(`Node ${version} est nécessaire et npx n’a pas pu l’obtenir. Installez-le, puis recommencez.`);
  process.exit(1);
}

function isAtLeast(version, required) {
  const [a, b] = [version, required].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i] > b[i];
  return true;
}
