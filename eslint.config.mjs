import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';

const BOUNDARIES = [
  { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:api', 'scope:shared'] },
  { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:web', 'scope:shared'] },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:shared'] },
  {
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: ['type:domain'],
    bannedExternalImports: ['@nestjs/*', '@angular/*', 'typeorm', 'pg', 'exceljs', 'pdfmake', 'ag-grid-*', 'node:*'],
  },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:domain', 'type:ui'] },
  { sourceTag: 'type:migrations', onlyDependOnLibsWithTags: ['type:domain'] },
  {
    sourceTag: 'type:documents',
    onlyDependOnLibsWithTags: ['type:domain'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'],
  },
  { sourceTag: 'type:db', onlyDependOnLibsWithTags: ['type:domain', 'type:migrations'] },
];

/** Raw SQL and the data source live in libs/db and in *.queries.ts: a service reads as a story, not as a query. */
const NO_RAW_QUERIES = [
  {
    selector: "CallExpression[callee.property.name='query']",
    message: 'Une requête SQL se range dans un fichier *.queries.ts ou dans libs/db.',
  },
];

export default [
  { ignores: ['dist', '.nx', '.angular', '.data', 'node_modules', '**/test-results'] },
  ...nx.configs['flat/base'],
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          depConstraints: BOUNDARIES,
          enforceBuildableLibDependency: false,
          banTransitiveDependencies: false,
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/*.queries.ts', '**/*.api-spec.ts', 'apps/api/src/platform/**'],
    rules: {
      'no-restricted-syntax': ['error', ...NO_RAW_QUERIES],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'typeorm', importNames: ['DataSource'], message: 'Passer par runInContext (libs/db).' },
            { name: '@nestjs/typeorm', message: 'Passer par runInContext (libs/db).' },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/api/src/*/**/*.ts'],
    ignores: ['apps/api/src/platform/**', 'apps/api/src/demonstration/**', '**/*.api-spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'typeorm', importNames: ['DataSource'], message: 'Passer par runInContext (libs/db).' }],
          patterns: [
            {
              regex: '^\\.\\./[^/]+/.*\\.(queries|controller|errors)$',
              message: 'Un autre domaine se lit par son service.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/web/src/app/*/ui/**/*.ts', 'apps/web/src/app/*/data/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/feature-[^/]+', message: 'feature → ui → data : jamais l’inverse.' }] },
      ],
    },
  },
  {
    files: ['apps/web/src/app/*/ui/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/(feature-[^/]+|data)(/|$)',
              message: 'Un composant ui ne connaît que ses entrées et ses sorties.',
            },
          ],
        },
      ],
    },
  },
  ...angular.configs.tsRecommended.map((config) => ({ ...config, files: ['apps/web/**/*.ts', 'libs/ui/**/*.ts'] })),
  ...angular.configs.templateRecommended.map((config) => ({
    ...config,
    files: ['apps/web/**/*.html', 'libs/ui/**/*.html'],
  })),
  ...angular.configs.templateAccessibility.map((config) => ({
    ...config,
    files: ['apps/web/**/*.html', 'libs/ui/**/*.html'],
  })),
  {
    files: ['apps/web/**/*.ts', 'libs/ui/**/*.ts'],
    processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/component-class-suffix': 'off', '@angular-eslint/directive-class-suffix': 'off' },
  },
  {
    files: [
      'tools/**/*.mjs',
      'apps/api/src/demonstration.ts',
      'apps/api/src/migrate.ts',
      'apps/api/src/premier-compte.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  prettier,
];
