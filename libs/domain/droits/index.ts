export * from './droits.rules';
