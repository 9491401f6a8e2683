import type { PhrasesCooperative } from './phrases';

export const phrases93Respiratoire: PhrasesCooperative = {
  cooperation: {
    oui: [
      'Le formulaire unique a remplacé quatre circuits différents.',
      'Médecin, conseillère et service d’hygiène se parlent de la même situation.',
      'La revue mensuelle a permis de regrouper les signalements par immeuble.',
    ],
    reserve: [
      'Les propriétaires privés restent hors de la démarche.',
      'Les délais d’une ville à l’autre sont encore inégaux.',
    ],
  },
  pratiques: {
    oui: [
      'Trois questions sur le logement sont posées en consultation.',
      'Les conseillères adaptent leurs conseils à ce que le ménage peut réellement faire.',
      'Les gardiens repèrent une ventilation bouchée et le signalent.',
    ],
    reserve: [
      'Le compte rendu de visite est lu, mais peu repris en consultation.',
      'L’habitude de rappeler le ménage n’est pas prise partout.',
    ],
  },
  ists: {
    oui: [
      'Déterminant premier : le logement est traité au même titre que le traitement.',
      'Intersectorialité : santé, hygiène, bailleur et insertion par les travaux.',
      'Participation : les habitants font eux-mêmes une partie des travaux.',
    ],
    reserve: [
      'La suroccupation ne peut être résolue par nos seules actions.',
      'Les locataires craignent parfois de signaler.',
    ],
  },
  parcours: {
    oui: [
      'De la consultation au logement, puis retour au médecin : la boucle est complète.',
      'Les familles savent réagir à la crise et viennent moins aux urgences.',
      'Le plan d’action de l’école est remis à chaque enfant suivi.',
    ],
    reserve: [
      'L’attente du pneumologue reste longue hors de l’hôpital.',
      'Après le relogement, le lien avec la famille se perd.',
    ],
  },
  freins: ['Propriétaires difficiles à joindre ou à convaincre.', 'Suroccupation des logements.'],
  leviers: [
    'Mesures chiffrées, qui objectivent l’échange avec le propriétaire.',
    'Engagement du bailleur sur un délai.',
  ],
  pistes: ['Rencontrer les syndics de copropriété.', 'Mesurer l’effet à douze mois sur les hospitalisations.'],
};

export const phrases94: PhrasesCooperative = {
  cooperation: {
    oui: [
      'Les deux villes partagent désormais leurs créneaux de gymnase.',
      'Le centre de santé, l’épicerie et les éducateurs s’adressent les participants.',
      'Les écoles préparent les défis avec les associations.',
    ],
    reserve: [
      'Les clubs participent de façon inégale.',
      'La coopération tient bien au quotidien, moins dans les moments de décision.',
    ],
  },
  pratiques: {
    oui: [
      'Les éducateurs adaptent la séance à la personne qui n’a jamais pratiqué.',
      'Les médecins prescrivent une activité précise, avec un lieu et un horaire.',
      'On parle de plaisir et de budget avant de parler de poids.',
    ],
    reserve: [
      'Les messages sur l’alimentation diffèrent encore entre intervenants.',
      'L’accueil des débutants dépend de l’entraîneur présent.',
    ],
  },
  ists: {
    oui: [
      'Participation : les habitantes votent les activités et les horaires.',
      'Déterminants : gratuité, garde d’enfants et éclairage des parcours.',
      'Intersectorialité : sport, école, action sociale et soin dans un même programme.',
    ],
    reserve: [
      'Le coût de la licence reste un obstacle après la première année.',
      'Les adolescentes sont encore peu présentes.',
    ],
  },
  parcours: {
    oui: [
      'De l’ordonnance à la séance : le rendez-vous est donné le jour même.',
      'Les enfants repérés à l’école sont vus au centre de santé.',
      'Les participants passent des séances gratuites aux clubs.',
    ],
    reserve: ['Le relais vers la diététique est long.', 'Le suivi s’interrompt lorsque la famille change de ville.'],
  },
  freins: ['Gymnases saturés en fin de journée.', 'Mauvais temps, pour les séances en plein air.'],
  leviers: ['Séances gratuites et proches, sans certificat pour les plus douces.', 'Groupe d’habitantes moteur.'],
  pistes: ['Négocier un créneau du soir pour les adolescentes.', 'Former un référent santé dans chaque club.'],
};

export const phrases95: PhrasesCooperative = {
  cooperation: {
    oui: [
      'Crèches, écoles et orthophonistes utilisent la même grille et le même vocabulaire.',
      'Les cinq villes se prêtent intervenants et lieux.',
      'Le retour du bilan parvient à l’école avec l’accord des parents.',
    ],
    reserve: [
      'Les orthophonistes libérales manquent de temps pour les réunions.',
      'La coordination avec la protection maternelle reste à construire.',
    ],
  },
  pratiques: {
    oui: [
      'Les enseignants observent avant de signaler et parlent aux parents avec des mots simples.',
      'Les équipes valorisent la langue de la maison.',
      'Des rituels de parole existent dans les classes engagées.',
    ],
    reserve: [
      'Les changements tiennent aux personnes formées et partent avec elles.',
      'La grille est remplie, mais pas toujours relue en équipe.',
    ],
  },
  ists: {
    oui: [
      'Intersectorialité : petite enfance, école, soin et médico-social.',
      'Participation : des parents présentent les ateliers à l’entrée de l’école.',
      'Déterminants : livres à la maison, écrans et conditions de logement sont abordés.',
    ],
    reserve: [
      'Les familles à l’hôtel social restent les plus difficiles à joindre.',
      'L’écart entre les écoles engagées et les autres demeure.',
    ],
  },
  parcours: {
    oui: [
      'Le délai avant un premier avis recule nettement.',
      'Chaque enfant repéré a un interlocuteur nommé pour sa famille.',
      'L’audition et la vue sont contrôlées avant le bilan de langage.',
    ],
    reserve: [
      'Après le bilan, l’attente d’une prise en charge reste longue.',
      'Le parcours s’arrête lorsque la famille déménage en cours d’année.',
    ],
  },
  freins: ['Pénurie d’orthophonistes.', 'Enseignants peu remplacés pendant les formations.'],
  leviers: ['Grille commune, simple et rapide.', 'Confiance des parents envers les équipes de crèche.'],
  pistes: [
    'Proposer des groupes de langage en attendant la prise en charge.',
    'Étendre la grille aux centres de loisirs.',
  ],
};
