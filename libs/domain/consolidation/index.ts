export * from './agregation.rules';
export * from './consolidation.contract';
export * from './groupes.contract';
export * from './groupes.rules';
