import type { PhrasesFamille } from './phrases';

/** Séances dans les classes. */
export const ecole: PhrasesFamille = {
  ressources: [
    'Une animatrice absente n’a pas été remplacée ; les séances ont été réparties entre les autres.',
    'Les enseignants non remplacés n’ont pas tous pu co-animer.',
    'Le matériel pour deux écoles est arrivé en retard.',
    'La salle de motricité n’était pas disponible aux heures convenues.',
  ],
  publics: [
    'Deux classes prévues se sont retirées, faute de temps dans l’année.',
    'Les effectifs des classes sont plus faibles qu’annoncé.',
    'Les enfants sont bien touchés ; les parents, encore peu.',
    'Une école a rejoint le programme en cours de trimestre seulement.',
  ],
  realisation: [
    'Des séances ont été reportées en raison de sorties et d’évaluations scolaires.',
    'Les vacances scolaires ont réduit le nombre de séances possibles.',
    'Le cycle a commencé deux semaines plus tard que prévu dans une commune.',
    'Les dernières séances ont été regroupées.',
  ],
  objectifs: [
    'Les enseignants voient un effet sur le climat de la classe ; il reste à le mesurer en fin d’année.',
    'Trop peu de questionnaires rendus pour conclure.',
    'L’objectif est atteint dans les classes suivies depuis le début, pas dans les nouvelles.',
    'Les acquis sont réels en séance et encore fragiles dans la cour.',
  ],
  freins: [
    'Emploi du temps des classes très contraint.',
    'Changements d’enseignants en cours d’année.',
    'Peu de temps pour préparer et relire la séance ensemble.',
    'Parents difficiles à réunir aux heures d’école.',
  ],
  leviers: [
    'Inscription de l’action au projet d’école.',
    'Co-animation avec l’enseignant, qui reprend seul ensuite.',
    'Rituels courts, faciles à installer dans la journée.',
    'Enfants qui racontent la séance à la maison.',
  ],
  pistes: [
    'Fixer le calendrier avec les directions avant l’été.',
    'Inviter les parents à la dernière séance de chaque cycle.',
    'Filmer une séance, avec accord, pour former les nouveaux enseignants.',
    'Prévoir un temps de préparation commun par période.',
  ],
};

/** Visites et chantiers au domicile. */
export const domicile: PhrasesFamille = {
  ressources: [
    'Un poste vacant pendant six semaines a retardé les interventions.',
    'Un appareil de mesure en révision a obligé à regrouper les passages.',
    'Le temps de déplacement entre communes a été sous-estimé.',
    'Des matériaux ont manqué ; deux interventions ont été décalées.',
  ],
  publics: [
    'Des ménages ont annulé, par crainte de la réaction du propriétaire.',
    'Les demandes viennent surtout du parc social ; le parc privé ancien reste peu touché.',
    'Plusieurs familles ont été relogées avant notre passage.',
    'Les ménages les moins francophones demandent plusieurs appels avant d’accepter.',
  ],
  realisation: [
    'Des passages ont été reportés à la demande des familles.',
    'Le nombre d’interventions est inférieur à la programmation, leur durée plus longue.',
    'Une commune n’a transmis ses demandes qu’en fin de trimestre.',
    'Les rappels prévus n’ont pas tous été faits.',
  ],
  objectifs: [
    'Les conseils sont suivis lorsque les travaux ne dépendent pas du propriétaire.',
    'L’amélioration est visible, mais le recul manque pour parler de santé.',
    'L’objectif est tenu dans deux communes sur quatre.',
    'Les mesures sont prises ; la cause principale relève du bâti.',
  ],
  freins: [
    'Accord du propriétaire long à obtenir.',
    'Rendez-vous annulés le jour même.',
    'Humidité due au bâti, hors de portée du ménage.',
    'Coût des équipements, même modestes.',
  ],
  leviers: [
    'Prescription du médecin, qui donne du poids à la visite.',
    'Petits équipements remis et posés sur-le-champ.',
    'Appel de rappel par la même personne.',
    'Photographies avant et après, avec accord du ménage.',
  ],
  pistes: [
    'Envoyer un message la veille du passage.',
    'Prévoir une enveloppe pour les petits équipements.',
    'Visiter ensemble plusieurs logements du même immeuble.',
    'Associer une médiatrice dès le premier appel.',
  ],
};

/** Vente ambulante de produits frais. */
export const vente: PhrasesFamille = {
  ressources: [
    'Le triporteur a été immobilisé deux semaines pour réparation.',
    'Un salarié en insertion est parti en formation et n’a pas été remplacé.',
    'Le prix d’achat des produits a augmenté, sans compensation.',
  ],
  publics: [
    'La clientèle est fidèle mais peu nombreuse ; les familles achètent ailleurs en même temps que le reste.',
    'Les tournées du matin touchent surtout des personnes retraitées.',
    'Un point de vente sur deux ne trouve pas son public.',
  ],
  realisation: [
    'Des tournées ont été annulées par mauvais temps.',
    'Deux points de vente ont été fermés le temps de travaux de voirie.',
    'Une tournée par semaine au lieu de deux pendant un mois.',
  ],
  objectifs: [
    'Les clients réguliers mangent plus de légumes ; ils sont trop peu nombreux.',
    'L’équilibre économique n’est pas atteint malgré la hausse des ventes.',
    'Le résultat dépend de la présence d’une animation, que nous n’assurons pas à chaque fois.',
  ],
  freins: [
    'Concurrence des prix de la grande distribution.',
    'Emplacements changeants.',
    'Produits perdus en fin de tournée.',
  ],
  leviers: [
    'Dégustations, qui déclenchent l’achat.',
    'Prix affichés et stables.',
    'Bonne humeur de l’équipe, reconnue dans le quartier.',
  ],
  pistes: [
    'Vendre à la sortie des écoles.',
    'Préparer des paniers commandés à l’avance.',
    'S’appuyer sur l’épicerie sociale.',
  ],
};
