import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of a Chromium that runs: `CHROMIUM_PATH`, else one of the PATH, else the Debian package, installed when we are root.
 * @throws with what to do, when there is none and it cannot be installed
 */
export function findChromium(say = console.log) {
  const found = [process.env.CHROMIUM_PATH, ...onPath()].find((path) => path && works(path));
  if (found) return found;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) {
    throw new Error(
      'Chromium est introuvable et ne peut pas être installé ici : installez-le, ou donnez son chemin dans CHROMIUM_PATH.',
    );
  }
  say('Installation de Chromium (apt-get)…');
  for (const args of [['update'], ['install', '-y', 'chromium']]) {
    const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`apt-get ${args[0]} a échoué :\n${stdout.slice(-3000)}\n${stderr}`);
  }
  const installed = onPath().find(works);
  if (!installed) throw new Error('Le paquet chromium est installé, mais Chromium ne se lance pas.');
  return installed;
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Ubuntu's `chromium-browser` may be a script that only says to install a snap: the program itself is asked. */
const works = (path) =>
  spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
