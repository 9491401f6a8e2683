export * from './phases.rules';
export * from './principes.rules';
export * from './objectif.rules';
export * from './avertissements.rules';
export * from './cooperative.contract';
