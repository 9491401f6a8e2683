export * from './envoi.contract';
export * from './envoi.rules';
export * from './genres.rules';
export * from './preference.contract';
