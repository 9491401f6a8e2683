import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRacine } from './racine.mjs';

const COMMON = ['package-lock.json', 'tsconfig.base.json'];

/** What each part is built from, and the file that shows it is built. Tests change nothing in a build. */
const PARTS = {
  api: {
    inputs: [...COMMON, 'tools/build-api.mjs', 'apps/api/src/**', 'libs/{domain,db,documents}/**', 'migrations/**'],
    output: 'dist/api/main.mjs',
  },
  web: {
    inputs: [...COMMON, 'tools/build-web.mjs', 'tools/lib/service-worker.mjs', 'apps/web/**', 'libs/{domain,ui}/**'],
    output: 'dist/web/browser/index.html',
  },
};

/**
 * Whether `part` ('api' or 'web') must be built: its output is missing, or its inputs' content changed since `markBuilt`.
 * Reads every input (a few megabytes, tens of milliseconds): dates would lie after a checkout.
 */
export function isStale(part) {
  const stamp = stampOf(part);
  if (!existsSync(inRacine(PARTS[part].output)) || !existsSync(stamp)) return true;
  return JSON.parse(readFileSync(stamp, 'utf8')).inputs !== digest(part);
}

/**
 * Builds `part` with `build`, and remembers what it was built from: taken before the build, so that a file saved meanwhile
 * makes it stale again. A failed build leaves it stale.
 */
export async function buildAndStamp(part, build) {
  const inputs = digest(part);
  const stamp = stampOf(part);
  rmSync(stamp, { force: true });
  await build();
  if (!existsSync(inRacine(PARTS[part].output)))
    throw new Error(`La construction n’a pas écrit ${PARTS[part].output}.`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${JSON.stringify({ inputs })}\n`);
}

const stampOf = (part) => inRacine('dist', `.stamp-${part}.json`);

function digest(part) {
  const hash = createHash('sha256');
  const files = globSync(PARTS[part].inputs, { cwd: inRacine() })
    .filter((file) => !/\.(spec|api-spec)\.ts$|jest\.config\.mjs$/.test(file) && statSync(inRacine(file)).isFile())
    .sort();
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRacine(file)))
      .update('\0');
  return hash.digest('hex');
}
