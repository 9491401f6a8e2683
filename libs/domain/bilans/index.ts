export * from './bilan.rules';
export * from './confidentialite.rules';
export * from './bilan.contract';
export * from './campagne.rules';
export * from './campagne.contract';
export * from './vraisemblance.rules';
export * from './classeur.rules';
