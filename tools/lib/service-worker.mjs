import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { inRacine } from './racine.mjs';

/** Pages that open without network: signing in, the home page, the reports, and what surrounds them. */
const KEPT =
  /apps\/web\/src\/app\/((accueil|bilans|connexion|shell|platform)\/|.*liens\.routes\.ts$)|libs\/ui\/src\/(?!grille|texte-riche)/;

/**
 * Builds sw.js beside the application, with the list of the files it keeps from its installation on.
 *
 * @param {string} output folder of the built application
 * @param {string} stats esbuild's account of that build (`statsJson`)
 */
export async function buildServiceWorker(output, stats) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [inRacine('apps', 'web', 'src', 'service-worker', 'sw.ts')],
    outfile: `${output}/sw.js`,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: {
      A_GARDER: JSON.stringify(entries(output, JSON.parse(readFileSync(stats, 'utf8')).outputs)),
      'process.env.NODE_ENV': '"production"',
    },
  });
}

/** Names with a print of the content need no revision: another content has another name. */
function entries(output, outputs) {
  const scripts = keptScripts(outputs);
  const beside = globSync('{styles-*.css,media/*.woff2,*.woff2}', { cwd: output });
  const named = ['favicon.svg', 'manifest.webmanifest'].map((name) => ({
    url: `/${name}`,
    revision: print(`${output}/${name}`),
  }));
  return [
    // The API serves it from index.html.
    { url: '/coque.html', revision: print(`${output}/index.html`) },
    ...named,
    ...[...scripts, ...beside].sort().map((name) => ({ url: `/${name.replaceAll('\\', '/')}`, revision: null })),
  ];
}

/** What the first page loads, then every part that one of the kept pages may ask for. */
function keptScripts(outputs) {
  const first = Object.keys(outputs).filter((name) => /^(main|polyfills)-.*\.js$/.test(name));
  const kept = new Set();
  const follow = (name) => {
    if (kept.has(name) || !outputs[name]) return;
    kept.add(name);
    for (const { path, kind } of outputs[name].imports) {
      if (kind !== 'dynamic-import' || KEPT.test(outputs[path]?.entryPoint ?? '')) follow(path);
    }
  };
  first.forEach(follow);
  return [...kept].filter((name) => name.endsWith('.js'));
}

function print(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
