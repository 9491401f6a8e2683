export * from './champs';
export * from './dates';
export * from './trimestre';
export * from './probleme';
export * from './page.contract';
export * from './valider';
export * from './recherche';
export * from './texte-riche';
