import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { postgresPackage } from './install.mjs';

const CACHE = '/var/cache/coopilote';
const STATE = '/var/lib/coopilote';

/**
 * The account PostgreSQL runs under: `{}` (ours) for an ordinary user, `{ uid, gid }` for root, because PostgreSQL refuses
 * to run as root. Root takes the owner of the cluster when `folder` holds one (an ordinary user may have made it), else the
 * system user `postgres`, made if need be, else `nobody`.
 */
export function postgresAccount(folder) {
  if (process.getuid?.() !== 0) return {};
  const owner = folder && statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const existing = lookUp('postgres');
  if (existing) return existing;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
    stdio: 'ignore',
  });
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (!account) throw new Error('PostgreSQL refuse de tourner en root et aucun autre compte n’a pu être créé.');
  return account;
}

function lookUp(name) {
  const ask = (flag) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

/** Whether the account may enter `folder`: a clone under /root or in a private temporary folder is closed to it. */
function canEnter(account, folder) {
  if (account.uid === undefined) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' });
  return status === 0;
}

/**
 * Folder of PostgreSQL's `bin`, `lib` and `share` that the account may read: the installed package, or a copy of it made
 * once under /var/cache when the package lies where only root can go.
 */
export function binariesFor(account) {
  const folder = postgresPackage();
  const native = join(folder, 'native');
  if (!existsSync(native)) {
    throw new Error(
      `Pas de PostgreSQL embarqué pour ${process.platform}-${process.arch} : indiquez un serveur PostgreSQL 18 dans DATABASE_URL.`,
    );
  }
  if (canEnter(account, native)) return native;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const copy = join(CACHE, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(CACHE, { recursive: true, mode: 0o755 });
    // Copied aside then renamed: two starts at once, or one cut short, must not leave half a server.
    const draft = mkdtempSync(`${copy}-`);
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    if (!existsSync(copy)) renameSync(join(draft, 'native'), copy);
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

/**
 * Where the cluster of `folder` really lies. When `folder` is closed to the account, it becomes a link to a new folder under
 * /var/lib/coopilote: the rights of the user's own folders are never widened.
 */
export function placeFor(account, folder) {
  const wanted = resolve(folder);
  mkdirSync(dirname(wanted), { recursive: true });
  if (existsSync(wanted)) return realpathSync(wanted);
  if (canEnter(account, dirname(wanted))) return wanted;
  mkdirSync(STATE, { recursive: true, mode: 0o755 });
  const place = join(STATE, randomBytes(8).toString('hex'));
  // A dangling link may be left by a start cut short before initdb ended.
  rmSync(wanted, { force: true });
  symlinkSync(place, wanted);
  return place;
}

/** A new private folder of the account in the machine's temporary folder. */
export function temporaryFolder(account) {
  const base = [tmpdir(), '/tmp'].find((folder) => canEnter(account, folder)) ?? tmpdir();
  const folder = mkdtempSync(join(base, 'coopilote-'));
  give(account, folder);
  return folder;
}

/** Hands a file or folder over to the account. */
export function give(account, path) {
  if (account.uid !== undefined) chownSync(path, account.uid, account.gid);
}
