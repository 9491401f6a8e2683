import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { inRacine } from '../lib/racine.mjs';

const IN_A_ROW = 40;
const WARM = 5;

/**
 * Times to draw documents, in milliseconds, fonts already read: the minutes of a meeting of 12 points and 30 attendees,
 * `{ pdf, docx }`, and a convention of 12 actions, `{ pdf, growth }`; each a list of `runs` times, and in bytes what the
 * heap holds more after the fortieth convention in a row than after the fifth.
 */
export async function measureDocuments(runs) {
  // In dist/, from where the packages of node_modules are found.
  const outdir = inRacine('dist', `bench-documents-${process.pid}`);
  try {
    await build({
      absWorkingDir: inRacine(),
      entryPoints: {
        documents: 'libs/documents/index.ts',
        minutes: 'libs/documents/essais/compte-rendu.ts',
        conventions: 'libs/documents/essais/convention.ts',
      },
      outdir,
      outExtension: { '.js': '.mjs' },
      tsconfig: inRacine('tsconfig.base.json'),
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      packages: 'external',
      logLevel: 'warning',
    });
    const { compteRenduPdf, compteRenduDocx, conventionPdf } = await import(`${outdir}/documents.mjs`);
    const { grandCompteRendu, EDITION } = await import(`${outdir}/minutes.mjs`);
    const { convention } = await import(`${outdir}/conventions.mjs`);
    const minutes = grandCompteRendu(12, 30);
    const signed = convention(12, 14);
    return {
      minutes: {
        pdf: await times(runs, () => compteRenduPdf(minutes, EDITION)),
        docx: await times(runs, () => compteRenduDocx(minutes, EDITION)),
      },
      convention: {
        pdf: await times(runs, () => conventionPdf(signed, EDITION)),
        growth: await growth(() => conventionPdf(signed, EDITION)),
      },
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

async function growth(work) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  let first = 0;
  for (let i = 1; i <= IN_A_ROW; i++) {
    await work();
    if (i !== WARM && i !== IN_A_ROW) continue;
    // What waits for a turn of the loop to be let go of.
    await setImmediate();
    collect();
    if (i === WARM) first = process.memoryUsage().heapUsed;
  }
  return process.memoryUsage().heapUsed - first;
}

async function times(runs, work) {
  for (let i = 0; i < 3; i++) await work();
  const measured = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    measured.push(performance.now() - start);
  }
  return measured;
}
