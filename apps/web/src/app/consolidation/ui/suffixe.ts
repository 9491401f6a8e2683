import type { Unite } from '@coopilote/domain/referentiel/listes';

/** What follows a figure: its sign when it has one. */
export const suffixe = (unite: Unite): string =>
  unite === 'POURCENTAGE' ? '\u202f%' : unite === 'EUROS' ? '\u00a0€' : '';
