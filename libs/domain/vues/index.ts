export * from './vues.rules';
export * from './vues.contract';
