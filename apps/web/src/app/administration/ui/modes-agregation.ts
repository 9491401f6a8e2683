import type { ModeAgregation } from '@coopilote/domain/referentiel/listes';

/** What each way of putting values together does, for who chooses one (agregation.rules). */
export const EXPLICATIONS_MODES: Record<ModeAgregation, string> = {
  SOMME:
    'Les valeurs s’ajoutent, d’un trimestre à l’autre et d’une action à l’autre. Pour des personnes différentes, la consolidation donne une fourchette\u00a0: les mêmes ont pu revenir.',
  DERNIERE_VALEUR:
    'Seul compte le dernier trimestre connu de chaque action\u00a0; les actions s’ajoutent, les pourcentages se moyennent.',
  MOYENNE: 'La moyenne des valeurs de tous les bilans, chacun comptant autant.',
  MAXIMUM: 'La plus grande valeur rencontrée.',
  RATIO:
    'La somme des numérateurs sur la somme des dénominateurs\u00a0: une grande action pèse plus qu’une petite, ce n’est jamais la moyenne des pourcentages.',
};
