import type { DemoIndicateurCommun } from './types';

/** Indicateurs communs régionaux : ce que des actions différentes mesurent de la même façon. */
export const indicateursCommuns: DemoIndicateurCommun[] = [
  {
    code: 'PERSONNES_TOUCHEES',
    libelle: 'Personnes différentes touchées',
    type: 'ACTIVITE',
    unite: 'PERSONNES',
    modeAgregation: 'SOMME',
    definition:
      'Personnes rencontrées ou accueillies pour la première fois dans l’année civile : chacune est comptée une seule fois par an et par action. Additionné entre plusieurs actions, le nombre est une borne haute, car leurs publics peuvent se recouper.',
  },
  {
    code: 'PARTICIPATIONS_ATELIERS',
    libelle: 'Participations aux ateliers',
    type: 'ACTIVITE',
    unite: 'PARTICIPATIONS',
    modeAgregation: 'SOMME',
    definition:
      'Total des présences aux ateliers et activités collectives du trimestre ; une personne présente à trois séances compte trois fois.',
  },
  {
    code: 'SEANCES_REALISEES',
    libelle: 'Séances, sorties et permanences réalisées',
    type: 'ACTIVITE',
    unite: 'SEANCES',
    modeAgregation: 'SOMME',
    definition:
      'Temps effectivement tenus devant le public, quels qu’en soient la durée et le lieu. Une séance annulée ne compte pas.',
  },
  {
    code: 'DEPISTAGES_BILANS',
    libelle: 'Bilans de santé, repérages et dépistages réalisés',
    type: 'ACTIVITE',
    unite: 'NOMBRE',
    modeAgregation: 'SOMME',
    definition:
      'Bilans, tests de repérage ou dépistages menés à leur terme, résultat remis à la personne ou à sa famille.',
  },
  {
    code: 'PROFESSIONNELS_FORMES',
    libelle: 'Professionnels et bénévoles formés',
    type: 'ACTIVITE',
    unite: 'PERSONNES',
    modeAgregation: 'SOMME',
    definition:
      'Professionnels et bénévoles qui ont suivi au moins une demi-journée de formation ou de sensibilisation ; comptés au trimestre où ils l’achèvent.',
  },
  {
    code: 'PARCOURS_EFFECTIF',
    libelle: 'Part de personnes orientées vers un parcours de soins effectif',
    type: 'RESULTAT',
    unite: 'POURCENTAGE',
    modeAgregation: 'RATIO',
    definition:
      'Numérateur : personnes orientées dont le premier rendez-vous a été honoré dans les deux mois. Dénominateur : personnes orientées pendant le trimestre.',
  },
  {
    code: 'DROITS_OUVERTS',
    libelle: 'Personnes dont les droits à la santé ont été ouverts ou rétablis',
    type: 'RESULTAT',
    unite: 'PERSONNES',
    modeAgregation: 'SOMME',
    definition:
      'Notification reçue dans le trimestre : protection universelle maladie, complémentaire santé solidaire, aide médicale de l’État, affection de longue durée.',
  },
  {
    code: 'UTILITE_RESSENTIE',
    libelle: 'Part de participants déclarant l’action utile pour leur santé',
    type: 'RESULTAT',
    unite: 'POURCENTAGE',
    modeAgregation: 'RATIO',
    definition:
      'Numérateur : réponses « utile » ou « très utile » au questionnaire court, anonyme, existant en version imagée. Dénominateur : questionnaires recueillis.',
  },
  {
    code: 'CHANGEMENT_HABITUDES',
    libelle: 'Part de participants ayant changé une habitude à trois mois',
    type: 'RESULTAT',
    unite: 'POURCENTAGE',
    modeAgregation: 'RATIO',
    definition:
      'Numérateur : personnes rappelées à trois mois qui déclarent tenir au moins un changement choisi pendant l’action. Dénominateur : personnes rappelées et jointes.',
  },
  {
    code: 'HABITANTS_ASSOCIES',
    libelle: 'Habitants associés à la construction ou à l’animation',
    type: 'PROCESSUS',
    unite: 'PERSONNES',
    modeAgregation: 'MAXIMUM',
    definition:
      'Habitants qui ont pris part à la préparation, à l’animation ou à l’évaluation de l’action, au-delà de la seule présence comme public.',
  },
  {
    code: 'COORDINATION_PARTENAIRES',
    libelle: 'Temps de coordination entre partenaires',
    type: 'PROCESSUS',
    unite: 'SEANCES',
    modeAgregation: 'SOMME',
    definition: 'Réunions réunissant au moins deux structures membres, suivies d’un relevé de décisions diffusé.',
  },
  {
    code: 'DELAI_RENDEZ_VOUS',
    libelle: 'Délai moyen d’obtention du premier rendez-vous',
    type: 'PROCESSUS',
    unite: 'JOURS',
    modeAgregation: 'MOYENNE',
    definition: 'Nombre de jours entre la demande et le rendez-vous proposé, en moyenne sur les demandes du trimestre.',
  },
];
