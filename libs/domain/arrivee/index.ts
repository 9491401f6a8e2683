export * from './disposition.rules';
export * from './arrivee.contract';
export * from './lignes.rules';
export * from './programme.rules';
export * from './bilans-passes.rules';
export * from './preparer.rules';
