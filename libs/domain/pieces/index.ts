export * from './piece.contract';
export * from './piece.rules';
