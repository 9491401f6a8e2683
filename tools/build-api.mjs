import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node.mjs';
import { inRacine } from './lib/racine.mjs';

const ENTRIES = ['main', 'ouvrier', 'migrate', 'demonstration', 'premier-compte'];

/**
 * Bundles the API's entry points that exist (`main`, `ouvrier`, `migrate`, `demonstration`, `premier-compte`) into `dist/api/*.mjs`; shared code goes into
 * chunks beside them, packages stay in node_modules.
 *
 * @returns {Promise<string[]>} the names of the files written
 * @throws when a file does not compile (the compiler's message is printed)
 */
export async function buildApi() {
  const { build } = await import('esbuild');
  const entryPoints = ENTRIES.map((name) => inRacine('apps', 'api', 'src', `${name}.ts`)).filter((file) =>
    existsSync(file),
  );
  if (entryPoints.length === 0) throw new Error('apps/api/src ne contient aucun point d’entrée.');
  // Written aside, then swapped: a start beside this build finds the former bundle or the new one, never half of one.
  const draft = inRacine('dist', `api-${process.pid}`);
  const { metafile } = await build({
    absWorkingDir: inRacine(),
    entryPoints,
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'commun-[hash]',
    tsconfig: inRacine('tsconfig.base.json'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    keepNames: true,
    metafile: true,
    logLevel: 'warning',
    plugins: [await decoratorMetadata()],
  });
  const output = inRacine('dist', 'api');
  rmSync(output, { recursive: true, force: true });
  renameSync(draft, output);
  return Object.keys(metafile.outputs).map((file) => basename(file));
}

/**
 * Compiles TypeScript with swc inside esbuild: Nest's injection and class-transformer read the types that decorators record
 * (`design:paramtypes`, `design:type`), which esbuild alone does not write. An interface named in a decorated signature needs
 * `import type`, as the type check says too (TS1272): one file at a time, nothing tells it from a class.
 */
async function decoratorMetadata() {
  const { transform } = await import('@swc/core');
  return {
    name: 'decorator-metadata',
    setup(build) {
      build.onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
        const { code } = await transform(readFileSync(path, 'utf8'), {
          filename: path,
          sourceFileName: basename(path),
          swcrc: false,
          configFile: false,
          sourceMaps: 'inline',
          module: { type: 'es6' },
          jsc: {
            parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
            transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
            target: 'es2023',
            keepClassNames: true,
          },
        });
        return { contents: code, loader: 'js' };
      });
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  await ensureNode();
  ensureInstalled();
  const start = performance.now();
  const files = await buildApi();
  console.log(
    `API construite en ${((performance.now() - start) / 1000).toFixed(1)} s (${files.length} fichiers, dist/api).`,
  );
}
