import type { PhrasesFamille } from './phrases';

export const accompagnement: PhrasesFamille = {
  ressources: [
    'Un congé long a réduit le temps d’accompagnement ; les situations urgentes ont été servies d’abord.',
    'L’interprétariat n’a pas couvert toutes les langues demandées.',
    'La mise à disposition prévue par un partenaire n’a commencé qu’à mi-trimestre.',
    'Les déplacements ont pris plus de temps que prévu, au détriment du nombre de personnes suivies.',
  ],
  publics: [
    'Les demandes viennent surtout d’une commune ; l’autre oriente encore peu.',
    'Le public accueilli relève parfois d’autres services, vers lesquels il a fallu réorienter.',
    'Des familles et des personnes seules ont renoncé avant le premier rendez-vous, par crainte d’une dépense.',
    'Certaines familles n’osent pas encore demander.',
  ],
  realisation: [
    'Le rappel prévu n’a pas été fait pour toutes les personnes.',
    'Quelques journées ont été annulées en raison d’une absence ; elles sont reportées.',
    'Le nombre de suivis est inférieur à la programmation, leur durée a doublé.',
    'Le démarrage dans le second lieu est décalé d’un trimestre.',
  ],
  objectifs: [
    'Des réponses attendues arrivent après la fin du trimestre ; le résultat est incomplet.',
    'L’accompagnement aboutit lorsque la personne est jointe deux fois ; c’est le cas d’une sur deux.',
    'La moitié du chemin est faite : les personnes sont jointes et informées, la suite reste à engager.',
    'L’objectif reste atteignable sur l’année.',
  ],
  freins: [
    'Délais de réponse des organismes sollicités.',
    'Démarches uniquement en ligne, inaccessibles sans aide.',
    'Numéros de téléphone qui changent, personnes perdues de vue.',
    'Charge mentale des accompagnantes devant des situations lourdes.',
    'Orientation tardive : les personnes arrivent en situation d’urgence.',
  ],
  leviers: [
    'Même interlocutrice du début à la fin.',
    'Premier rendez-vous accompagné.',
    'Correspondant connu dans chaque organisme sollicité.',
    'Langue de la personne parlée dans l’équipe.',
    'Fiche de liaison remplie avec la personne, qui en garde un exemplaire.',
  ],
  pistes: [
    'Fixer dès le premier entretien la date du rappel.',
    'Tenir une permanence dans l’autre commune une fois par mois.',
    'Organiser une analyse de pratiques commune à plusieurs structures.',
    'Prévenir les partenaires du résultat de leurs orientations.',
    'Préparer avec les habitants un courrier type en langage clair.',
  ],
};

export const formation: PhrasesFamille = {
  ressources: [
    'Une formatrice indisponible : une session a été tenue par un seul intervenant.',
    'La salle prévue n’était pas accessible ; la session a été déplacée.',
    'Le budget de remplacement n’a pas permis de libérer tous les inscrits.',
    'Le livret n’a pas été imprimé à temps et a été envoyé après la session.',
  ],
  publics: [
    'Les agents d’accueil viennent en nombre ; les encadrants sont encore absents.',
    'Une commune n’a pas inscrit de participant ce trimestre.',
    'Des inscrits ont été retenus par leur service le jour même.',
    'Le groupe était moins mixte que prévu : un seul métier était représenté aux deux tiers.',
  ],
  realisation: [
    'Une session a été reportée au trimestre suivant, faute d’inscrits.',
    'La seconde journée a été remplacée par une demi-journée à distance.',
    'Le temps de reprise à trois mois n’a pas pu être organisé pour tous les groupes.',
    'Les sessions ont eu lieu, avec un contenu raccourci.',
  ],
  objectifs: [
    'La satisfaction est forte ; l’usage en situation reste à confirmer à trois mois.',
    'Trop peu de réponses au questionnaire à distance pour juger du changement.',
    'Les participants utilisent l’outil lorsque leur encadrant le demande ; il faut former les encadrants.',
    'La cible annuelle sera atteinte si la session reportée a lieu.',
  ],
  freins: [
    'Remplacement des professionnels en formation.',
    'Renouvellement des équipes : une partie des personnes formées a quitté son poste.',
    'Calendriers des institutions difficiles à accorder.',
    'Questionnaire à trois mois peu rempli.',
    'Attentes très différentes d’un métier à l’autre.',
  ],
  leviers: [
    'Groupes mêlant plusieurs métiers, très appréciés.',
    'Animation à deux voix, professionnel et habitant.',
    'Soutien de l’encadrement, qui inscrit la formation au plan annuel.',
    'Cas concrets apportés par les participants.',
    'Outil simple, utilisable dès le lendemain.',
  ],
  pistes: [
    'Proposer une session courte réservée aux encadrants.',
    'Désigner un référent par service pour faire vivre l’outil.',
    'Regrouper deux communes lorsque les inscriptions sont faibles.',
    'Remplacer le questionnaire à trois mois par un appel de cinq minutes.',
    'Fixer les dates de l’année entière dès la rentrée.',
  ],
};

export const coordination: PhrasesFamille = {
  ressources: [
    'Le temps de coordination a été réduit par un autre chantier de la structure.',
    'L’outil de partage n’a été disponible qu’à mi-trimestre.',
    'Deux structures n’ont pas pu libérer leur représentant.',
    'Le secrétariat a été assuré à tour de rôle, sans moyen dédié.',
  ],
  publics: [
    'Les structures du champ social participent davantage que celles du soin.',
    'Les situations examinées concernent surtout une commune.',
    'Les libéraux sont difficiles à réunir aux heures de réunion.',
    'Les personnes concernées sont informées, mais encore rarement présentes.',
  ],
  realisation: [
    'Une réunion a été annulée faute de participants en nombre suffisant.',
    'L’ordre du jour, trop chargé, a été reporté en partie.',
    'Le suivi des décisions a pris du retard.',
    'Les réunions ont eu lieu à distance, ce qui a limité les échanges.',
  ],
  objectifs: [
    'Le circuit est connu ; il n’est pas encore utilisé par tous.',
    'Les délais de réponse restent supérieurs à la cible.',
    'Les décisions sont prises ensemble, leur mise en œuvre dépend de moyens extérieurs.',
    'L’objectif est tenu pour les situations récentes, pas pour les plus anciennes.',
  ],
  freins: [
    'Règles de partage d’informations comprises différemment selon les métiers.',
    'Changements d’interlocuteurs dans plusieurs structures.',
    'Réunions qui s’ajoutent à d’autres sur le même territoire.',
    'Temps de coordination peu reconnu par les employeurs.',
    'Outils numériques différents d’une structure à l’autre.',
  ],
  leviers: [
    'Relevé de décisions envoyé le jour même.',
    'Référent désigné pour chaque situation.',
    'Interconnaissance : on s’appelle avant d’écrire.',
    'Appui de la délégation départementale pour lever un blocage.',
    'Règles écrites, courtes, connues de tous.',
  ],
  pistes: [
    'Tenir une réunion sur deux chez un partenaire différent.',
    'Limiter l’ordre du jour à trois points.',
    'Rédiger avec les juristes une page sur ce qui peut être partagé.',
    'Fusionner deux réunions qui réunissent les mêmes personnes.',
    'Inviter une personne concernée à chaque bilan.',
  ],
};
