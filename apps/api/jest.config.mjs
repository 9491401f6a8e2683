/** HTTP tests on a real PostgreSQL (TEST_DATABASE_URL, an owner's address). Run by tools/test.mjs. */
export default {
  displayName: 'api',
  rootDir: '../..',
  roots: ['<rootDir>/apps/api', '<rootDir>/libs/db'],
  testMatch: ['**/*.api-spec.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['<rootDir>/apps/api/test/setup.ts'],
  globalSetup: '<rootDir>/apps/api/test/global-setup.mjs',
  testTimeout: 60_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@coopilote/domain/(.*)$': '<rootDir>/libs/domain/$1',
    '^@coopilote/db$': '<rootDir>/libs/db/index.ts',
    '^@coopilote/documents$': '<rootDir>/libs/documents/index.ts',
    '^@coopilote/migrations$': '<rootDir>/migrations/index.ts',
  },
};
