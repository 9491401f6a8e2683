export * from './historique.contract';
export * from './vocabulaire.rules';
