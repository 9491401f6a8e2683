export * from './etats-figes.rules';
export * from './etats-figes.contract';
