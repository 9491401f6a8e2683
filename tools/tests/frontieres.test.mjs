import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { ESLint } from 'eslint';
import { inRacine } from '../lib/racine.mjs';
import { NX_ENV, nx, run } from '../lib/produit.mjs';

/** A file that nobody wrote, where the boundary would be crossed; the rule that must stop it. */
const CROSSINGS = [
  [
    'the web application reads the database',
    'apps/web/src/app/accueil/data/x.ts',
    `import { Base } from '@coopilote/db';`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'the API draws a field',
    'apps/api/src/actions/x.service.ts',
    `import { Champ } from '@coopilote/ui';`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'the domain knows Nest',
    'libs/domain/actions/x.rules.ts',
    `import { Injectable } from '@nestjs/common';`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'the domain knows the database',
    'libs/domain/actions/x.rules.ts',
    `import { FicheAction } from '@coopilote/db';`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a document reads the database',
    'libs/documents/ics/x.ts',
    `import { Cooperative } from '@coopilote/db';`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a document knows Nest',
    'libs/documents/ics/x.ts',
    `import { Injectable } from '@nestjs/common';`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'the web application makes a document',
    'apps/web/src/app/accueil/data/x.ts',
    `import { invitation } from '@coopilote/documents';`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a service writes SQL',
    'apps/api/src/actions/x.service.ts',
    `export const f = (ctx: { query(s: string): void }) => ctx.query('SELECT 1');`,
    'no-restricted-syntax',
  ],
  [
    'a service opens its own data source',
    'apps/api/src/actions/x.service.ts',
    `import { DataSource } from 'typeorm';`,
    'no-restricted-imports',
  ],
  [
    'a domaine reads the queries of another',
    'apps/api/src/actions/x.service.ts',
    `import { f } from '../bilans/bilan.queries';`,
    'no-restricted-imports',
  ],
  [
    'a ui component knows its page',
    'apps/web/src/app/bilans/ui/x.ts',
    `import { P } from '../feature-bilan/page-bilan';`,
    'no-restricted-imports',
  ],
  [
    'a ui component knows HTTP',
    'apps/web/src/app/bilans/ui/x.ts',
    `import { B } from '../data/bilans-api';`,
    'no-restricted-imports',
  ],
  [
    'data knows its page',
    'apps/web/src/app/bilans/data/x.ts',
    `import { P } from '../feature-bilan/page-bilan';`,
    'no-restricted-imports',
  ],
];
const ALLOWED = [
  [
    'a service makes a document',
    'apps/api/src/actions/x.service.ts',
    `import { invitation } from '@coopilote/documents';\nexport const f = invitation;`,
  ],
  [
    'a service reads its own queries',
    'apps/api/src/actions/x.service.ts',
    `import { f } from './fiche-action.queries';\nexport const g = f;`,
  ],
  [
    'a page uses the kit and the domain',
    'apps/web/src/app/accueil/feature-accueil/x.ts',
    `import { peut } from '@coopilote/domain/droits';\nimport { Probleme } from '@coopilote/ui';\nexport const g = [peut, Probleme];`,
  ],
];

let eslint;
before(async () => {
  // The rule on modules reads Nx's graph from its cache: it is made here, as `nx lint` would.
  const folder = mkdtempSync(join(tmpdir(), 'coopilote-graphe-'));
  const { code, output } = await run(nx('graph', `--file=${join(folder, 'graphe.json')}`), { env: NX_ENV });
  rmSync(folder, { recursive: true, force: true });
  assert.equal(code, 0, output);
  process.env.NX_DAEMON = 'false';
  eslint = new ESLint({ cwd: inRacine() });
});

async function rulesBroken(file, code) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: inRacine(file) });
  return result.messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId);
}

for (const [name, file, code, rule] of CROSSINGS) {
  test(`lint fails when ${name}`, async () => {
    assert.ok((await rulesBroken(file, code)).includes(rule), `${rule} dans ${file}`);
  });
}
for (const [name, file, code] of ALLOWED) {
  test(`lint passes when ${name}`, async () => {
    assert.deepEqual(await rulesBroken(file, code), []);
  });
}
