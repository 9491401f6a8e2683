export * from './historique.contract';
