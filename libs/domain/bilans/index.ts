export * from './bilan.rules';
export * from './confidentialite.rules';
export * from './bilan.contract';
export * from './classeur.rules';
