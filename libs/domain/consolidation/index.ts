export * from './agregation.rules';
export * from './consolidation.contract';
export * from './donnees-ouvertes.contract';
export * from './donnees-ouvertes.rules';
export * from './groupes.contract';
export * from './groupes.rules';
export * from './masques.rules';
