export * from './referentiel';
export * from './comptes';
export * from './cooperatives';
export * from './actions';
export * from './pieces';
