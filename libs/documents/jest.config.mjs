/** Documents are read back by the programs that people open them with: tools/test.mjs makes sure that these are there. */
export default {
  displayName: 'documents',
  rootDir: '../..',
  roots: ['<rootDir>/libs/documents'],
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['reflect-metadata'],
  // LibreOffice's first start on a machine is slow.
  testTimeout: 90_000,
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
  moduleNameMapper: { '^@coopilote/domain/(.*)$': '<rootDir>/libs/domain/$1' },
};
