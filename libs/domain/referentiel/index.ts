export * from './listes';
export * from './referentiel.contract';
