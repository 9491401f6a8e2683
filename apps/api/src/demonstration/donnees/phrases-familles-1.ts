import type { PhrasesFamille } from './phrases';

export const allerVers: PhrasesFamille = {
  ressources: [
    'Le véhicule a été immobilisé trois semaines ; les sorties ont été faites à pied, sur un périmètre réduit.',
    'Un poste est resté vacant une partie du trimestre et le remplacement n’a pu commencer qu’à la fin.',
    'Moins de bénévoles disponibles que prévu en soirée ; les binômes ont été recomposés.',
    'L’interprétariat par téléphone a été coupé par un changement de marché, puis rétabli.',
  ],
  publics: [
    'Plusieurs personnes connues ont quitté le site sans que nous sachions vers où ; il a fallu recréer le lien ailleurs.',
    'Les hommes seuls sont bien touchés, les femmes beaucoup moins : elles évitent les lieux où nous passons.',
    'Les familles hébergées à l’hôtel ont été déplacées ; les nouvelles adresses n’ont été connues que tardivement.',
    'Le public rencontré est plus jeune que celui que nous visions et demande une autre approche.',
  ],
  realisation: [
    'Des sorties ont été annulées pour cause d’alerte météorologique et n’ont pas pu être rattrapées.',
    'Le circuit a été modifié après la fermeture d’un lieu ; un secteur n’a pas été couvert.',
    'Le nombre de passages est tenu, mais ils ont été plus courts que prévu.',
    'Deux sorties communes avec un partenaire n’ont pas eu lieu, faute d’agenda partagé.',
  ],
  objectifs: [
    'Le premier contact est pris, mais l’orientation demande plus de temps que le trimestre n’en laisse.',
    'Les rendez-vous sont pris et une partie n’est pas honorée lorsque personne n’accompagne.',
    'La cible de personnes rencontrées est proche ; celle des orientations abouties reste à atteindre.',
    'Les situations sont plus lourdes qu’attendu : moins de personnes, suivies plus longtemps.',
  ],
  freins: [
    'Public de passage, difficile à revoir.',
    'Sorties dépendantes du temps et de l’éclairage ; équipe moins à l’aise en soirée.',
    'Absence de lieu calme pour s’entretenir à l’abri des regards.',
    'Méfiance après des promesses d’autres services restées sans suite.',
    'Demandes qui débordent la santé et appellent d’autres réponses.',
  ],
  leviers: [
    'Régularité des passages : les personnes attendent l’équipe et en parlent autour d’elles.',
    'Présence d’un soignant, qui change la nature de la demande.',
    'Commerçants et gardiens qui signalent une situation inquiétante.',
    'Rendez-vous pris sur place, au téléphone, avec la personne.',
    'Binômes mixtes entre deux structures membres.',
  ],
  pistes: [
    'Accompagner physiquement les premiers rendez-vous, au moins une fois sur deux.',
    'Tester un passage le samedi matin pour toucher un autre public.',
    'Partager le planning des sorties entre toutes les équipes.',
    'Préparer avec les personnes concernées un support sans texte.',
    'Former un second binôme pour tenir les absences.',
  ],
};

export const soin: PhrasesFamille = {
  ressources: [
    'Un médecin absent plusieurs semaines n’a pas été remplacé ; des demi-journées ont été fermées.',
    'Le matériel commandé est arrivé en cours de trimestre ; nous avons travaillé avec du prêt.',
    'Le temps de secrétariat prévu a été absorbé par l’accueil courant.',
    'Le bureau n’était libre qu’une demi-journée sur deux.',
  ],
  publics: [
    'Beaucoup de demandes de personnes déjà suivies ; celles que nous visions viennent encore par petits nombres.',
    'Les créneaux du matin ne conviennent pas aux personnes qui travaillent en horaires décalés.',
    'Les orientations viennent surtout d’une seule structure ; les autres connaissent mal le circuit.',
    'Trop de rendez-vous manqués, souvent faute de transport ou de garde d’enfants.',
  ],
  realisation: [
    'Des séances ont été regroupées pour pallier une absence ; le nombre total est inférieur à la programmation.',
    'La programmation a été tenue dans un lieu seulement sur les deux prévus.',
    'Une journée a été consacrée à la remise à niveau du matériel et du protocole.',
    'Les séances ont commencé avec trois semaines de retard, puis ont suivi le rythme prévu.',
  ],
  objectifs: [
    'Le nombre d’actes est atteint ; le relais vers un suivi régulier reste difficile faute de médecins.',
    'Les délais baissent sans atteindre encore la cible.',
    'Les anomalies trouvées sont plus nombreuses que prévu et chaque relais demande plusieurs appels.',
    'L’objectif portait sur l’année : le trimestre ne permet pas encore de conclure.',
  ],
  freins: [
    'Peu de médecins de secteur 1 pour prendre le relais.',
    'Rendez-vous manqués et difficulté à joindre les personnes dont le numéro change.',
    'Locaux partagés, indisponibles lorsque la demande est la plus forte.',
    'Délais d’accès aux spécialistes du second recours.',
    'Temps de coordination non financé pour les professionnels libéraux.',
  ],
  leviers: [
    'Rappel la veille par une personne que le patient connaît.',
    'Créneaux réservés et fiche de liaison unique.',
    'Consultation longue, qui permet d’aborder plusieurs sujets.',
    'Résultat expliqué le jour même, avec une suite déjà datée.',
    'Médiatrice présente à l’accueil.',
  ],
  pistes: [
    'Ouvrir un créneau en fin de journée et en mesurer l’effet.',
    'Proposer la téléexpertise pour raccourcir les délais du second recours.',
    'Présenter le circuit à toutes les structures qui n’orientent pas encore.',
    'Négocier deux créneaux de relais par semaine avec la communauté professionnelle.',
    'Réserver une place par séance aux venues sans rendez-vous.',
  ],
};

export const atelier: PhrasesFamille = {
  ressources: [
    'La salle a été fermée pour travaux et celle de remplacement est plus petite.',
    'L’intervenante a changé en cours de trimestre ; deux séances ont été préparées dans l’urgence.',
    'Le matériel prévu a été livré en retard.',
    'Une partie du temps d’animation a été assurée par des bénévoles, faute de recrutement.',
  ],
  publics: [
    'Les habituées viennent fidèlement, mais le groupe se renouvelle peu.',
    'Très peu d’hommes, malgré un créneau choisi pour eux.',
    'Les personnes orientées par les professionnels viennent une fois et ne reviennent pas toujours.',
    'Le public est présent ; les plus isolés restent à l’écart.',
  ],
  realisation: [
    'Des séances ont été annulées pendant les vacances, faute de participants en nombre suffisant.',
    'Le programme a été réduit d’une séance par cycle pour tenir dans le calendrier de la salle.',
    'Le cycle a démarré plus tard que prévu et s’achèvera au trimestre suivant.',
    'Une séance sur six a été remplacée par une sortie, à la demande du groupe.',
  ],
  objectifs: [
    'La participation est bonne ; le maintien des changements à trois mois reste fragile.',
    'Trop peu de questionnaires recueillis pour conclure.',
    'L’objectif est atteint pour les personnes assidues, pas pour celles venues une ou deux fois.',
    'Les participants disent avoir appris, mais le coût et le temps freinent la mise en pratique.',
  ],
  freins: [
    'Salle indisponible aux heures où le public est libre.',
    'Contraintes de garde ou d’horaires, qui empêchent la venue d’une partie du groupe.',
    'Renouvellement du groupe : le bouche-à-oreille atteint toujours les mêmes.',
    'Participants aux niveaux de français très différents.',
    'Fatigue des bénévoles, trop peu nombreux pour préparer et animer.',
  ],
  leviers: [
    'Animation partagée avec une habitante connue du quartier.',
    'Convivialité : on vient d’abord pour être ensemble.',
    'Thèmes et activités choisis par le groupe.',
    'Créneau régulier, toujours au même endroit.',
    'Supports en images, utilisables à la maison.',
  ],
  pistes: [
    'Faire inviter chaque nouveau participant par un ancien.',
    'Proposer une solution de garde ou de transport pour chaque séance.',
    'Déplacer une séance par mois chez un partenaire pour toucher d’autres personnes.',
    'Rappeler à trois mois avec un message court plutôt qu’un long questionnaire.',
    'Proposer aux assidus de devenir animateurs.',
  ],
};
