export * from './referentiel';
export * from './comptes';
export * from './cooperatives';
export * from './actions';
export * from './conventions';
export * from './gouvernance';
export * from './notifications';
export * from './pieces';
