export * from './agregation.rules';
export * from './consolidation.contract';
export * from './groupes.contract';
export * from './groupes.rules';
export * from './sources.rules';
export * from './cles.rules';
export * from './arbre.rules';
export * from './classes.rules';
