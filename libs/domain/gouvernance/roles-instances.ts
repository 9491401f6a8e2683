import type { GenreInstance } from './genres';

/**
 * What each instance is for, in the guide's own words: a first text that the CA makes its own (« rendre lisible pour tous
 * l’organisation de la démarche et le rôle de ces instances », guide 5.1 B).
 */
export const ROLES_PROPOSES: Record<GenreInstance, { role: string; source: string }> = {
  COPIL: {
    role:
      'Définir les modalités de mise en œuvre des actions, échanger sur les pratiques, évaluer les résultats des bilans et les tendances du programme, ' +
      'décider des ajustements. Il réunit un représentant de chaque structure membre et, si possible, des habitants.',
    source: 'Convention, article 4.1\u00a0; guide 5.1 B',
  },
  COTECH: {
    role: 'Préparer les travaux du comité de pilotage et faciliter le développement de l’intervention.',
    source: 'Guide 5.1 B',
  },
  COMITE_EVALUATION: {
    role: 'Assurer la conduite opérationnelle et le suivi de l’évaluation.',
    source: 'Guide, fiche 6',
  },
  LANCEMENT: {
    role: 'Réunir les acteurs du territoire, présenter la démarche, recueillir qui souhaite s’engager.',
    source: 'Guide 5.1',
  },
  OPERATIONNELLE: {
    role: 'Mettre en œuvre et évaluer le programme, à un rythme que les parties fixent ensemble.',
    source: 'Convention, article 4.2',
  },
  BILAN_ANNUEL: {
    role:
      'Dresser avec toutes les parties le bilan complet de l’année, deux mois au moins avant l’échéance annuelle, et dire action par action\u00a0: ' +
      'reconduite, modifiée ou arrêtée.',
    source: 'Convention, article 4.4',
  },
  ACCOMPAGNEMENT: {
    role: 'Aider les membres à écrire ensemble le programme d’actions et son suivi, avec un formateur.',
    source: 'Guide, fiche 2',
  },
};
