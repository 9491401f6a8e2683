export * from './agregation.rules';
export * from './consolidation.contract';
