import { readFileSync, writeFileSync } from 'node:fs';
import { inRacine } from './lib/racine.mjs';

/**
 * Adds to package-lock.json the binaries of other platforms that the registry in use did not serve when npm wrote it. Without
 * them npm ci holds the lock for incomplete, on every machine. Their parents ask for an exact version, so nothing is chosen
 * here; only the integrity, which cannot be known, is left out. To run after an npm install.
 */
const file = inRacine('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];

for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+\S*$/.test(version) || isLocked(path, name)) continue;
    const platform = platformOf(name);
    if (!platform) continue;
    const { dev } = parent;
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
    added.push(`${name}@${version}`);
  }
}

if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(added.length > 0 ? `Ajoutés à package-lock.json :\n${added.join('\n')}` : 'package-lock.json est complet.');

/** Whether npm would find `name` from the package at `path`: beside it, or in a folder above. */
function isLocked(path, name) {
  const above =
    path === '' ? [] : path.split('/node_modules/').map((_, i, parts) => parts.slice(0, i + 1).join('/node_modules/'));
  return ['', ...above].some((folder) => `${folder ? `${folder}/` : ''}node_modules/${name}` in lock.packages);
}

/** Operating system and processor that a binary package's name tells; undefined for any other package. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.find((word) =>
    ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'win32'].includes(word),
  );
  const cpu = words.find((word) =>
    ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'].includes(word),
  );
  return os && cpu ? { cpu: [cpu], os: [os] } : undefined;
}
