/**
 * Contracts rely on legacy decorators with their metadata, and on declared fields that do not become own properties
 * (`useDefineForClassFields`): same settings as tsconfig.base.json. CommonJS is enough: the one dependency
 * that is an ES module alone (Temporal) is transformed too, so Node needs no experimental flag.
 */
export default {
  displayName: 'domain',
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  setupFiles: ['reflect-metadata'],
  moduleNameMapper: { '^@coopilote/domain/(.*)$': '<rootDir>/$1' },
  transformIgnorePatterns: ['/node_modules/(?!temporal-)'],
  transform: {
    '^.+\\.[jt]s$': [
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
