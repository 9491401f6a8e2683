export * from './compte-rendu-financier.contract';
export * from './compte-rendu-financier.rules';
export * from './financement.contract';
export * from './financement.rules';
export * from './mise-a-disposition.contract';
export * from './mise-a-disposition.rules';
export * from './natures';
export * from './repartition.rules';
