/**
 * What the kit computes without a page: formats, CSV, contract forms. Angular is published as ES modules alone, hence ESM
 * (Node needs `--experimental-vm-modules`); what shows is tested in the browser journeys.
 */
export default {
  displayName: 'ui',
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFiles: ['reflect-metadata'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^@coopilote/domain/(.*)$': '<rootDir>/../domain/$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
