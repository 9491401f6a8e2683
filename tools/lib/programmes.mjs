import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const CHROMIUM = {
  nom: 'Chromium',
  commandes: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  variable: 'CHROMIUM_PATH',
  paquet: 'chromium',
  // Ubuntu's `chromium-browser` may be a script that only says to install a snap: the program itself is asked.
  essai: ['--version', '--no-sandbox'],
};

/** What journeys read a downloaded PDF back with. */
export const PDFTOTEXT = { nom: 'pdftotext', commandes: ['pdftotext'], paquet: 'poppler-utils', essai: ['-v'] };

/** What the tests of libs/documents read PDF, Word and Excel files back with. */
export const LECTEURS = [
  PDFTOTEXT,
  { nom: 'qpdf', commandes: ['qpdf'], paquet: 'qpdf', essai: ['--version'] },
  ...[
    { nom: 'LibreOffice Writer', paquet: 'libreoffice-writer-nogui', module: 'libswlo.so' },
    { nom: 'LibreOffice Calc', paquet: 'libreoffice-calc-nogui', module: 'libsclo.so' },
  ].map((lecteur) => ({ ...lecteur, commandes: ['soffice'], essai: ['--version'] })),
];

export const findChromium = (say) => findProgramme(CHROMIUM, say);

/**
 * Path of a program that runs: the one that its variable names, else one of the PATH, else the Debian package, installed
 * when we are root.
 * @param {{ nom: string, commandes: string[], variable?: string, paquet: string, essai: string[], module?: string }} programme
 *   `essai`: arguments with which it answers at once; `module`: a file beside it without which it reads nothing of ours
 * @throws with what to do, when there is none and it cannot be installed
 */
export function findProgramme(programme, say = console.log) {
  const { nom, variable, paquet } = programme;
  const named = variable && process.env[variable];
  const found = (named && works(named, programme) && named) || findOnPath(programme);
  if (found) return found;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) {
    const path = variable ? `, ou donnez son chemin dans ${variable}` : ` (paquet Debian ${paquet})`;
    throw new Error(`${nom} est introuvable et ne peut pas être installé ici : installez-le${path}.`);
  }
  say(`Installation de ${nom} (apt-get)…`);
  for (const args of [['update'], ['install', '-y', paquet]]) {
    const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`apt-get ${args[0]} a échoué :\n${stdout.slice(-3000)}\n${stderr}`);
  }
  const installed = findOnPath(programme);
  if (!installed) throw new Error(`Le paquet ${paquet} est installé, mais ${nom} ne se lance pas.`);
  return installed;
}

function findOnPath(programme) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return programme.commandes
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => isExecutable(path) && works(path, programme));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const works = (path, { essai, module }) =>
  (!module || existsSync(join(dirname(realpathSync(path)), module))) &&
  spawnSync(path, essai, { stdio: 'ignore', timeout: 30_000 }).status === 0;
