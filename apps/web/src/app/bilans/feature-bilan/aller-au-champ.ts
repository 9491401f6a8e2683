import { idDeChamp } from '@coopilote/ui/champs/champ-base';

/** Brings a field in sight and puts the cursor in it: in a group of choices, on the chosen one or the first. */
export function allerAuChamp(champ: string): void {
  const cible = document.getElementById(idDeChamp(champ));
  const premier = cible?.matches('div') ? cible.querySelector<HTMLElement>('input:checked, input, button') : cible;
  (cible?.closest('.question-saisie, .indicateur-saisie') ?? cible)?.scrollIntoView({ block: 'center' });
  (premier ?? cible)?.focus({ preventScroll: true });
}
