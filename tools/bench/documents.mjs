import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { inRacine } from '../lib/racine.mjs';

/**
 * Times to draw the minutes of a meeting of 12 points and 30 attendees, in milliseconds, fonts already read:
 * `{ pdf, docx }`, each a list of `runs` times.
 */
export async function measureMinutes(runs) {
  // In dist/, from where the packages of node_modules are found.
  const outdir = inRacine('dist', `bench-documents-${process.pid}`);
  try {
    await build({
      absWorkingDir: inRacine(),
      entryPoints: { documents: 'libs/documents/index.ts', essais: 'libs/documents/essais/compte-rendu.ts' },
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
    const { compteRenduPdf, compteRenduDocx } = await import(`${outdir}/documents.mjs`);
    const { grandCompteRendu, EDITION } = await import(`${outdir}/essais.mjs`);
    const minutes = grandCompteRendu(12, 30);
    return {
      pdf: await times(runs, () => compteRenduPdf(minutes, EDITION)),
      docx: await times(runs, () => compteRenduDocx(minutes, EDITION)),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
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
