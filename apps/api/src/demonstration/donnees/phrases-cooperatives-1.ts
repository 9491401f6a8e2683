import type { PhrasesCooperative } from './phrases';

export const phrases78: PhrasesCooperative = {
  cooperation: {
    oui: [
      'La fiche de liaison commune est utilisée par sept structures sur neuf.',
      'Les sorties se préparent désormais à trois, avec la commune et la maison de santé.',
      'Le CCAS et l’équipe mobile se rappellent dans la journée.',
    ],
    reserve: [
      'Le lien est bon avec Trappes et La Verrière, encore ténu avec Plaisir.',
      'Les retours après orientation n’arrivent pas toujours à la structure qui a orienté.',
    ],
  },
  pratiques: {
    oui: [
      'Les équipes demandent l’accord de la personne avant tout échange et le notent.',
      'L’entretien commence par ce que la personne souhaite, non par un formulaire.',
      'Les secrétariats médicaux savent accueillir une personne sans carte Vitale.',
    ],
    reserve: [
      'Les pratiques évoluent dans l’équipe qui agit, peu dans le reste de la structure.',
      'L’usage de l’interprétariat n’est pas encore un réflexe.',
    ],
  },
  ists: {
    oui: [
      'Intersectorialité : action sociale, santé et jeunesse interviennent au même endroit.',
      'Les déterminants sont pris en compte : hébergement, transport et droits sont abordés avant le soin.',
      'Participation : les cafés d’habitants ont fait déplacer deux lieux de permanence.',
    ],
    reserve: [
      'Les obstacles de transport entre communes restent entiers.',
      'La participation des personnes concernées repose sur trop peu de monde.',
    ],
  },
  parcours: {
    oui: [
      'Bilan de santé, droits et médecin traitant s’enchaînent désormais en moins de deux mois.',
      'Des personnes suivies en maraude viennent seules au centre municipal de santé.',
      'La sortie d’hôpital est annoncée à l’équipe mobile avant d’avoir lieu.',
    ],
    reserve: [
      'Le parcours s’interrompt à l’étape du médecin traitant, faute de places.',
      'Le suivi dentaire et la santé mentale restent hors de portée de la plupart.',
    ],
  },
  freins: ['Distances entre communes et peu de transports en soirée.', 'Médecins de secteur 1 saturés.'],
  leviers: [
    'Charte d’orientation partagée entre les neuf structures.',
    'Appui de l’agglomération, qui prête ses lieux.',
  ],
  pistes: ['Étendre les cafés d’habitants à Plaisir.', 'Associer un bailleur social aux sorties.'],
};

export const phrases92: PhrasesCooperative = {
  cooperation: {
    oui: [
      'Le planning unique évite les passages en double sur la dalle.',
      'La commission mensuelle a désigné un référent pour chaque situation examinée.',
      'Les agents du site appellent la bonne équipe au lieu de déplacer les personnes.',
    ],
    reserve: [
      'La coopération est solide entre associations, plus lente avec les services de nuit.',
      'Deux équipes interviennent encore sans s’inscrire au planning.',
    ],
  },
  pratiques: {
    oui: [
      'Les bénévoles savent reconnaître une urgence psychiatrique et ne restent plus seuls.',
      'Les soignants acceptent des consultations courtes, répétées, sans rendez-vous.',
      'Les sorties d’hôpital sont préparées dès l’admission.',
    ],
    reserve: [
      'La réduction des risques reste mal comprise d’une partie des équipes.',
      'Le temps de reprise après une situation difficile n’est pas encore systématique.',
    ],
  },
  ists: {
    oui: [
      'Intersectorialité : gestion du site, psychiatrie et action sociale décident ensemble.',
      'Déterminants sociaux : domiciliation, hygiène et hébergement sont traités avec le soin.',
      'Participation : une personne anciennement sans abri co-anime les formations.',
    ],
    reserve: [
      'Sans solution d’hébergement, l’effet sur les inégalités reste limité.',
      'La parole des personnes concernées est recueillie, mais pèse peu sur les décisions.',
    ],
  },
  parcours: {
    oui: [
      'Des personnes sans suivi depuis des années ont accepté un traitement.',
      'Les retours aux urgences dans le mois diminuent.',
      'Le relais entre le local de soins et l’hôpital se fait par un appel, le jour même.',
    ],
    reserve: [
      'Les ruptures surviennent surtout à la sortie d’hébergement.',
      'L’accès à la psychiatrie de secteur reste lié à une adresse.',
    ],
  },
  freins: [
    'Travaux et fermetures de niveaux, qui dispersent les personnes.',
    'Manque de places d’hébergement adaptées.',
  ],
  leviers: ['Local de soins connu et accepté des personnes.', 'Place tenue chaque semaine par le SIAO.'],
  pistes: ['Créer des lits de repos de jour.', 'Ouvrir le comité de pilotage à deux personnes concernées.'],
};

export const phrases93Diabete: PhrasesCooperative = {
  cooperation: {
    oui: [
      'Dépistage, médiation et centre de santé travaillent avec un agenda commun.',
      'Les participants des ateliers sont invités au jardin et aux séances d’activité adaptée.',
      'L’hôpital vient en ville : les équipes se connaissent désormais par leur prénom.',
    ],
    reserve: [
      'Les médecins libéraux sont informés, peu encore associés.',
      'Le lien entre les deux communes dépend de quelques personnes.',
    ],
  },
  pratiques: {
    oui: [
      'Les messages sur l’alimentation sont les mêmes d’une structure à l’autre.',
      'Les professionnels partent des habitudes des familles, sans interdits.',
      'L’activité physique est prescrite et non plus seulement conseillée.',
    ],
    reserve: [
      'L’entretien motivationnel est connu, mais peu pratiqué faute de temps.',
      'Les outils communs sont utilisés dans une commune sur deux.',
    ],
  },
  ists: {
    oui: [
      'Participation : les ambassadeurs choisissent les lieux et les mots des dépistages.',
      'Déterminants : le prix des aliments et l’accès aux équipements sont travaillés avec les villes.',
      'Intersectorialité : jardin, sport, action sociale et soin se répondent.',
    ],
    reserve: [
      'Le coût des produits frais limite l’effet chez les familles les plus modestes.',
      'Les personnes qui travaillent en horaires décalés restent peu touchées.',
    ],
  },
  parcours: {
    oui: [
      'Du dépistage au médecin : la plupart des personnes sont vues dans les deux mois.',
      'L’examen du pied et de l’œil se fait près du domicile, sans avance de frais.',
      'Les personnes sans médecin traitant ont un interlocuteur en attendant.',
    ],
    reserve: [
      'L’absence de médecins traitants disponibles interrompt le parcours.',
      'L’accès à l’ophtalmologie reste trop long hors du circuit de télé-expertise.',
    ],
  },
  freins: ['Offre médicale en baisse dans les deux communes.', 'Coût des produits frais.'],
  leviers: ['Ambassadeurs du quartier, écoutés et reconnus.', 'Soutien des élus des deux villes.'],
  pistes: ['Associer la restauration scolaire.', 'Proposer le repérage en pharmacie.'],
};
