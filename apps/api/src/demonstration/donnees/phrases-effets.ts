/** Aspects sur lesquels une action a eu un effet, selon sa manière d’agir. */
export interface PhrasesEffetFamille {
  cooperation: string[];
  pratiques: string[];
  ists: string[];
  parcours: string[];
}

export const effetAllerVers: PhrasesEffetFamille = {
  cooperation: [
    'Les sorties se préparent à plusieurs et se débriefent ensemble.',
    'Les partenaires rencontrés dans la rue sont ceux que l’on appelle ensuite.',
    'Le planning commun évite les passages en double.',
  ],
  pratiques: [
    'L’équipe commence par écouter et ne propose qu’ensuite.',
    'L’accord de la personne est demandé avant tout échange avec un autre service.',
    'Chaque sortie donne lieu à un temps de reprise de quinze minutes.',
  ],
  ists: [
    'Les lieux choisis sont ceux où vivent les personnes qui ne viennent jamais vers nous.',
    'Les besoins premiers, manger, dormir, se laver, sont abordés avant la santé.',
    'Les habitants indiquent eux-mêmes où et quand passer.',
  ],
  parcours: [
    'Des personnes rencontrées dehors viennent ensuite d’elles-mêmes en consultation.',
    'Le rendez-vous est pris sur place, au lieu d’une adresse donnée sur un papier.',
    'Le premier pas est fait avec quelqu’un de connu, ce qui évite l’abandon.',
  ],
};

export const effetSoin: PhrasesEffetFamille = {
  cooperation: [
    'Les orientations arrivent par une fiche unique, lisible par tous.',
    'Les soignants et les travailleurs sociaux se joignent directement.',
    'Un retour est fait, avec accord, à la structure qui a orienté.',
  ],
  pratiques: [
    'La consultation est plus longue et laisse place aux conditions de vie.',
    'Le résultat est expliqué avec des mots simples et remis par écrit.',
    'Le secrétariat sait accueillir une personne sans droits ouverts.',
  ],
  ists: [
    'Ni avance de frais, ni dépassement : le coût n’arrête plus les personnes.',
    'Le lieu, l’horaire et la langue sont adaptés à ceux qui renoncent le plus souvent.',
    'La couverture maladie est vérifiée à chaque passage.',
  ],
  parcours: [
    'Le rendez-vous suivant est fixé avant le départ.',
    'Les délais diminuent et les rendez-vous manqués aussi.',
    'Un relais est cherché pour chaque personne, puis vérifié.',
  ],
};

export const effetAtelier: PhrasesEffetFamille = {
  cooperation: [
    'Les partenaires s’invitent dans les séances les uns des autres.',
    'Les orientations vers les séances viennent maintenant de plusieurs structures.',
    'Le calendrier des activités est commun et affiché partout.',
  ],
  pratiques: [
    'L’animation part de ce que les participants savent et font déjà.',
    'Les intervenants ont remplacé l’exposé par la mise en pratique.',
    'Les séances sont évaluées à chaud avec le groupe, et ajustées.',
  ],
  ists: [
    'Gratuité, proximité et horaires ont été décidés avec les habitants.',
    'Les participants choisissent les thèmes et une partie d’entre eux co-anime.',
    'Le budget, le temps et le logement sont pris en compte dans les conseils.',
  ],
  parcours: [
    'Des participants ont parlé de leur santé pour la première fois et pris rendez-vous.',
    'Le groupe sert de relais : on s’encourage à aller consulter.',
    'Les personnes passent d’une activité à l’autre au lieu de s’arrêter en fin de cycle.',
  ],
};

export const effetAccompagnement: PhrasesEffetFamille = {
  cooperation: [
    'Les structures savent à qui adresser une situation et ce qu’elle devient.',
    'Les rendez-vous communs évitent à la personne de tout répéter.',
    'Les correspondants sont connus par leur nom dans chaque service.',
  ],
  pratiques: [
    'La personne décide de l’ordre des démarches.',
    'Le rappel est devenu systématique et daté dès le premier entretien.',
    'Les professionnels font davantage appel à l’interprétariat.',
  ],
  ists: [
    'Les obstacles de langue, de transport et de démarches en ligne sont levés un à un.',
    'Les droits sont vérifiés avant d’aborder la suite.',
    'Les difficultés entendues sont portées au comité de pilotage.',
  ],
  parcours: [
    'Les premiers rendez-vous sont honorés lorsqu’ils sont accompagnés.',
    'La personne sait qui appeler à chaque étape.',
    'Les ruptures sont repérées plus tôt et rattrapées.',
  ],
};

export const effetFormation: PhrasesEffetFamille = {
  cooperation: [
    'Des professionnels qui travaillaient à côté les uns des autres se sont rencontrés.',
    'Les participants échangent leurs coordonnées et s’adressent des situations.',
    'Les formateurs viennent de plusieurs structures membres.',
  ],
  pratiques: [
    'Les participants utilisent l’outil commun dès la semaine suivante.',
    'Le repérage se fait avec les mêmes mots d’un service à l’autre.',
    'Les professionnels disent oser aborder la question.',
  ],
  ists: [
    'Les déterminants sociaux occupent la moitié de la session.',
    'Des habitants co-animent et font entendre leur expérience.',
    'Des métiers éloignés de la santé se sentent légitimes pour agir.',
  ],
  parcours: [
    'Les orientations faites par les personnes formées sont plus précises.',
    'Le circuit est connu de ceux qui reçoivent le public en premier.',
    'Les situations sont adressées plus tôt.',
  ],
};

export const effetEcole: PhrasesEffetFamille = {
  cooperation: [
    'Écoles et services municipaux préparent ensemble le calendrier.',
    'Enseignants et animateurs co-animent et relisent la séance.',
    'L’infirmière scolaire et les associations se connaissent.',
  ],
  pratiques: [
    'Des rituels courts sont installés dans les classes engagées.',
    'Les enseignants poursuivent seuls une partie des séances.',
    'Les adultes utilisent les mêmes mots que les enfants.',
  ],
  ists: [
    'Toutes les classes des écoles prioritaires sont proposées, sans sélection.',
    'Les parents sont invités à la dernière séance et y prennent la parole.',
    'Le matériel prêté permet de continuer à la maison.',
  ],
  parcours: [
    'Les enfants en difficulté sont vus plus tôt, sans être désignés devant la classe.',
    'Les familles savent vers qui se tourner après l’école.',
    'L’école est prévenue des suites, avec l’accord des parents.',
  ],
};

export const effetDomicile: PhrasesEffetFamille = {
  cooperation: [
    'Le médecin, la conseillère et le service d’hygiène partagent le même constat.',
    'Les signalements d’un même immeuble sont traités ensemble.',
    'Le bailleur répond désormais à un interlocuteur unique.',
  ],
  pratiques: [
    'Les conseils portent sur ce que le ménage peut réellement faire.',
    'Le compte rendu est écrit avec la famille, en langage clair.',
    'Les intervenants rappellent le ménage avant de clore.',
  ],
  ists: [
    'Le logement est traité au même titre que le traitement.',
    'Les ménages participent aux mesures et aux travaux.',
    'Les droits de l’occupant sont expliqués et exercés.',
  ],
  parcours: [
    'De la consultation au logement, puis retour au médecin : la boucle est complète.',
    'Les familles savent quoi faire et qui appeler en cas de crise.',
    'Les situations graves passent par le guichet commun dans la semaine.',
  ],
};

export const effetVente: PhrasesEffetFamille = {
  cooperation: ['Les tournées s’arrêtent devant les lieux des partenaires.'],
  pratiques: ['Les salariés donnent des conseils simples de préparation avec chaque achat.'],
  ists: ['Des produits frais à prix coûtant, au pied des immeubles.'],
  parcours: ['Des clients sont venus ensuite aux ateliers de cuisine.'],
};

export const reservesVente = [
  'L’effet est réel pour les clients fidèles, invisible pour les autres.',
  'Le lien avec les autres actions du programme reste faible.',
  'Trop peu de temps d’échange à chaque arrêt pour aller plus loin.',
];
