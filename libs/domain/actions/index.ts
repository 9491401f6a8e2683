export * from './fiche-action.rules';
export * from './fiche-action.contract';
export * from './indicateur.rules';
