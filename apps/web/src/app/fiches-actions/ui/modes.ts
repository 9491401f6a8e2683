import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';

/** How each mode puts quarters together, in one line. */
export const EXPLICATIONS_MODES: Record<ModeAgregation, string> = {
  SOMME: 'Les trimestres s’additionnent : 10 séances puis 12 font 22.',
  DERNIERE_VALEUR: 'Seul le dernier trimestre compte : 40 inscrits puis 45 font 45.',
  MOYENNE: 'Moyenne des trimestres : 60 % puis 80 % font 70 %.',
  MAXIMUM: 'Le trimestre le plus haut compte : 30 puis 25 font 30.',
  RATIO: 'On saisit un numérateur et un dénominateur : 12 sur 20 puis 18 sur 20 font 30 sur 40, soit 75 %.',
};

/** What to beware of when distinct persons are counted; null for the other units. */
export function avertissementPersonnes(unite: Unite | null, mode: ModeAgregation | null): string | null {
  if (unite !== 'PERSONNES') return null;
  return mode === 'SOMME'
    ? 'Additionner des personnes différentes d’un trimestre à l’autre compte deux fois celles qui reviennent. Les totaux seront toujours montrés avec leur minimum et leur maximum.'
    : 'Comptez chaque personne une seule fois dans le trimestre, même si elle est venue plusieurs fois.';
}
