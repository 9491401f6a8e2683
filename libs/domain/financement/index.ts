export * from './compte-rendu-financier.contract';
export * from './compte-rendu-financier.rules';
export * from './differences-compte-rendu.rules';
export * from './financement.contract';
export * from './financement.rules';
export * from './natures';
export * from './repartition.rules';
