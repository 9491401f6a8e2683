export * from './cellule.rules';
export * from './classeur.contract';
