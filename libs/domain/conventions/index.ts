export * from './contenu';
export * from './etats.rules';
export * from './echeances.rules';
export * from './variables.rules';
export * from './modele';
export * from './composition.rules';
export * from './differences.rules';
export * from './convention.contract';
