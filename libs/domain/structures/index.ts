export * from './identifiants.rules';
export * from './logo.rules';
export * from './structure.contract';
