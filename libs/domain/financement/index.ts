export * from './financement.contract';
export * from './financement.rules';
export * from './natures';
export * from './repartition.rules';
