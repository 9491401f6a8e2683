export * from './entities';
export * from './data-source';
export * from './erreurs';
export * from './ecouter';
export * from './run-in-context';
export * from './migrer';
export * from './travaux';
export * from './decoupage';
export { snake } from './naming';
