export * from './droits.rules';
export * from './perimetre.rules';
