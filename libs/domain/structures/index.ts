export * from './identifiants.rules';
export * from './structure.contract';
