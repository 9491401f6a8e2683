/**
 * Contracts rely on legacy decorators with their metadata, and on declared fields that do not become own properties
 * (`useDefineForClassFields`): same settings as tsconfig.base.json. CommonJS is enough: no dependency of the domain is
 * an ES module alone, so Node needs no experimental flag.
 */
export default {
  displayName: 'domain',
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  setupFiles: ['reflect-metadata'],
  moduleNameMapper: { '^@coopilote/domain/(.*)$': '<rootDir>/$1' },
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
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};
