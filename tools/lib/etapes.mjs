import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NX_ENV, nx, run } from './produit.mjs';
import { inRacine } from './racine.mjs';

const MINUTE = 60_000;
const JEST = inRacine('node_modules', 'jest', 'bin', 'jest.js');

/** What a step found: how many passed and failed, and the output to read when one failed, empty when already shown. */
const result = (passed, failed, output = '') => ({ passed, failed, output });

/** Runs an Nx target on every project that has it; each project counts one. */
export async function runTarget(target, show) {
  const args = nx('run-many', '-t', target, '--parallel=2', '--outputStyle=static');
  // Read back even when shown: the counts are in what Nx writes.
  const { code, output } = await run(args, { env: NX_ENV, limit: 6 * MINUTE });
  if (show) process.stdout.write(output);
  const total = Number(
    /target \S+ for (\d+) projects?/.exec(output)?.[1] ?? (/target \S+ for project /.test(output) ? 1 : 0),
  );
  const failed = new Set(output.split('Failed tasks:')[1]?.match(/(?<=^- )\S+/gm) ?? []).size;
  if (total === 0 || (code !== 0 && failed === 0)) return result(Math.max(total - 1, 0), 1, show ? '' : output);
  return result(total - failed, failed, show ? '' : output);
}

/**
 * The Jest projects of the workspace: `{ name, folder, config, database, documents }`; by their Nx tags, `database` for those
 * of the API's side, `documents` for those whose files are read back by other programs.
 */
export function jestProjects() {
  return globSync('{apps,libs}/*/jest.config.mjs', { cwd: inRacine() })
    .map((file) => dirname(file).replaceAll('\\', '/'))
    .sort(domainFirst)
    .map((folder) => {
      const tags = tagsOf(folder);
      const documents = tags.includes('type:documents');
      return {
        name: basename(folder),
        folder,
        config: inRacine(folder, 'jest.config.mjs'),
        database: tags.includes('scope:api') && !documents,
        documents,
      };
    });
}

/** Fails when a spec belongs to no Jest project: it would be left out without a word. */
export async function runForgottenSpecs() {
  const known = new Set();
  for (const { config } of jestProjects()) {
    const { output } = await run([JEST, '-c', config, '--listTests'], { limit: MINUTE });
    for (const line of output.split('\n')) known.add(line.trim());
  }
  const forgotten = globSync('{apps,libs,migrations}/**/*.{spec,api-spec}.ts', { cwd: inRacine() })
    .filter((file) => !/-e2e[\\/]|node_modules/.test(file))
    .filter((file) => !known.has(inRacine(file)));
  if (forgotten.length === 0) return result(1, 0);
  return result(0, 1, `Aucun jest.config.mjs ne prend ces tests :\n${forgotten.join('\n')}`);
}

/** Pure rules first: what they break would break everything after. */
const domainFirst = (a, b) => Number(b === 'libs/domain') - Number(a === 'libs/domain') || b.localeCompare(a);

function tagsOf(folder) {
  const file = inRacine(folder, 'project.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).tags ?? []) : [];
}

/** Runs one Jest project; a suite that does not even load counts one failure. */
export async function runJest({ name, config }, { env, show }) {
  const { default: settings } = await import(pathToFileURL(config).href);
  // Jest's own modules for ESM; Angular's preset needs the flag absent, hence by project.
  const esm = (settings.extensionsToTreatAsEsm ?? []).length > 0;
  const nodeOptions = [
    process.env.NODE_OPTIONS,
    esm && '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  ];
  const report = reportFile(`jest-${name}.json`);
  const { code, output } = await run(
    [JEST, '-c', config, '--ci', '--maxWorkers=2', '--json', `--outputFile=${report}`],
    {
      env: { ...env, NODE_OPTIONS: nodeOptions.filter(Boolean).join(' '), FORCE_COLOR: show ? '1' : '0' },
      limit: 15 * MINUTE,
    },
  );
  // With --json, Jest writes the report on the standard output too: only what people read is kept.
  const readable = output.replace(/^\{"numFailedTestSuites".*$/m, '').trim();
  if (show) console.log(readable);
  const read = readReport(report);
  if (!read) return result(0, 1, show ? '' : readable);
  const failed = read.numFailedTests + read.numRuntimeErrorTestSuites;
  return result(read.numPassedTests, failed || (code === 0 ? 0 : 1), show ? '' : readable);
}

/** Runs the tools' own tests with Node's runner. */
export async function runToolTests({ show }) {
  const files = globSync('tools/tests/*.test.mjs', { cwd: inRacine() });
  const { code, output } = await run(
    ['--test', '--test-concurrency=1', '--test-force-exit', '--test-reporter=spec', ...files],
    {
      limit: 5 * MINUTE,
    },
  );
  if (show) console.log(output);
  const count = (word) => Number(new RegExp(`^\\W*${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return result(count('pass'), count('fail') || (code === 0 ? 0 : 1), show ? '' : output);
}

/** Runs one part (« 1/2 ») of the browser journeys against a product that is already up at `baseUrl`, and theirs alone. */
export async function runJourneys({ baseUrl, chromium, part, show }) {
  const config = inRacine('apps', 'web-e2e', 'playwright.config.ts');
  if (!existsSync(config)) return result(0, 1, 'apps/web-e2e/playwright.config.ts manque.');
  const report = reportFile(`parcours-${part.replace('/', '-')}.json`);
  const { code, output } = await run(
    [
      inRacine('node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '-c',
      config,
      '--forbid-only',
      `--shard=${part}`,
      `--output=${inRacine('dist', 'tests', `parcours-${part.replace('/', '-')}`)}`,
      '--reporter=list,json',
    ],
    {
      env: {
        BASE_URL: baseUrl,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
        FORCE_COLOR: '0',
      },
      limit: 35 * MINUTE,
    },
  );
  if (show) console.log(output);
  const stats = readReport(report)?.stats;
  if (!stats) return result(0, 1, show ? '' : output);
  return result(stats.expected + stats.flaky, stats.unexpected || (code === 0 ? 0 : 1), show ? '' : output);
}

/** A report of an earlier run must never be read for this one's. */
function reportFile(name) {
  const file = inRacine('dist', 'tests', name);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
