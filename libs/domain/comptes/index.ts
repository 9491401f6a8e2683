export * from './roles';
export * from './compte.contract';
