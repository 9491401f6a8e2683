export * from './referentiel';
export * from './comptes';
export * from './cooperatives';
export * from './actions';
export * from './gouvernance';
export * from './notifications';
export * from './pieces';
export * from './financement';
