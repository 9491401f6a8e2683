import { actionsAllerVers78 } from './publics-invisibles-78-aller-vers';
import { actionsParcours78 } from './publics-invisibles-78-parcours';
import type { CooperativeSource } from './fabrique';

/** Exemple du guide (3.2) : l’alliance de Saint-Quentin-en-Yvelines. */
export const publicsInvisibles78: CooperativeSource = {
  cle: 'publics-invisibles-78',
  departementCode: '78',
  intitule: 'Alliance d’acteurs en direction des publics invisibles',
  sigle: 'AAPI',
  presentation:
    'À Saint-Quentin-en-Yvelines, les acteurs ont fait le même constat : malgré les dispositifs existants, une partie des habitants reste éloignée du droit commun. L’alliance met en place une action coordonnée en direction de ces publics dits « invisibles » pour les mobiliser vers un parcours de santé : aller vers, orientation, bilans de santé, médecine de proximité. Elle intervient d’abord dans les quartiers prioritaires de l’agglomération.',
  phase: 'MISE_EN_OEUVRE',
  debutMois: -39,
  thematiques: ['PRECARITE_PARCOURS', 'ACCES_DROITS'],
  publics: ['MIGRANTS_MOBILITE', 'EXCLUS_ANCRES', 'DEMUNIS_COUVERTS', 'HABITANTS_QPV'],
  communes: [
    '78621',
    '78423',
    '78490',
    '78297',
    '78208',
    '78383',
    '78165',
    '78674',
    '78688',
    '78356',
    '78644',
    '78168',
  ],
  qpv: [
    'Les Merisiers – Plaine de Neauphle (Trappes)',
    'Bois de l’Étang (La Verrière)',
    'Orly Parc (La Verrière)',
    'Valibout (Plaisir)',
    'Pont du Routoir (Guyancourt)',
    'Friches (Maurepas)',
    'Avre (Les Clayes-sous-Bois)',
    'Acacias (Coignières)',
  ],
  dispositifs: [
    {
      code: 'CLS',
      articulation:
        'L’agglomération coordonne le contrat local de santé ; son axe « précarité » renvoie au programme de l’alliance.',
    },
    {
      code: 'CONTRAT_VILLE',
      articulation:
        'Les lieux des maraudes sont choisis avec les équipes de la politique de la ville, commune par commune.',
    },
    {
      code: 'PRAPS',
      articulation: 'Les trois publics du programme régional sont ceux que l’alliance vise en premier.',
    },
    {
      code: 'CPTS',
      articulation:
        'La communauté professionnelle réserve des créneaux en secteur 1 aux personnes orientées par l’alliance.',
    },
    {
      code: 'SIAO',
      articulation: 'Signalement réciproque des personnes sans solution d’hébergement rencontrées en maraude.',
    },
  ],
  eParcoursReferent: 'Référent e-parcours de la délégation départementale des Yvelines',
  principes: {
    PRIORISATION_BESOINS: {
      respecte: true,
      commentaire:
        'Le renoncement aux soins dans les quartiers prioritaires est le premier besoin retenu par le diagnostic.',
    },
    OBJECTIFS_SANTE_PUBLIQUE: {
      respecte: true,
      commentaire: 'Les objectifs reprennent ceux du programme régional d’accès à la prévention et aux soins.',
    },
    POPULATION_LARGE: {
      respecte: true,
      commentaire: 'Environ 9 000 personnes vivent dans une situation repérée comme à risque de non-recours.',
    },
    DIMENSION_PROMOTION: {
      respecte: true,
      commentaire: 'Le programme va de l’aller vers jusqu’à l’inscription chez un médecin traitant.',
    },
    EXPRESSION_HABITANTS: {
      respecte: true,
      commentaire: 'Le collectif du Bois de l’Étang participe au comité de pilotage depuis la préfiguration.',
    },
    PERIMETRE_IDENTIFIABLE: {
      respecte: true,
      commentaire: 'L’agglomération est connue des habitants et sert de cadre à la plupart des services.',
    },
    COHERENCE_LOCALE: {
      respecte: true,
      commentaire: 'Les douze communes travaillaient déjà ensemble dans le contrat de ville.',
    },
    CLS_PORTEUR: { respecte: true, commentaire: 'La coordinatrice du contrat local de santé copilote la démarche.' },
    ACTEURS_COMPLEMENTAIRES: {
      respecte: true,
      commentaire: 'Santé, social, jeunesse, hôpital et habitants sont représentés ; le logement reste à associer.',
    },
    DUREE_PLURIANNUELLE: {
      respecte: true,
      commentaire: 'Les membres se sont engagés pour trois ans, avec une convention annuelle renouvelée expressément.',
    },
    ARTICULATION_DISPOSITIFS: {
      respecte: true,
      commentaire: 'Un tableau « qui fait quoi » distingue ce qui relève du contrat local de santé et de l’alliance.',
    },
    CROISEMENT_POPULATION_TERRITOIRE_THEMATIQUE: {
      respecte: true,
      commentaire:
        'Publics précaires, quartiers prioritaires, parcours de santé : le croisement est tenu depuis le début.',
    },
    THEMATIQUE_PEU_COUVERTE: {
      respecte: true,
      commentaire: 'Aucun dispositif ne coordonnait auparavant l’aller vers à l’échelle de l’agglomération.',
    },
    TRANSVERSALITE: {
      respecte: true,
      commentaire: 'Les services sociaux et jeunesse portent des actions à part entière.',
    },
    COCONSTRUCTION: {
      respecte: true,
      commentaire: 'Les fiches-actions ont été écrites en quatre demi-journées avec un formateur.',
    },
    PARTICIPATION_HABITANTS: {
      respecte: false,
      commentaire: 'La participation existe à La Verrière et à Trappes, pas encore à Plaisir ni à Maurepas.',
    },
    CULTURE_COMMUNE: {
      respecte: true,
      commentaire: 'Les échanges de pratiques trimestriels réunissent en moyenne quatorze professionnels.',
    },
  },
  adhesions: [
    ['agglo-sqy', -13],
    ['ccas-trappes', -13],
    ['cms-trappes', -12],
    ['hopital-sqy', -12],
    ['ces-yvelines', -11],
    ['msp-valibout', -10],
    ['au-devant', -13],
    ['passerelles-jeunes', -9],
    ['voix-bois-etang', -12],
  ],
  etapes: [
    {
      phase: 'PREFIGURATION',
      genre: 'PHASE',
      intitule: 'Préfiguration du projet',
      responsable: 'Délégation départementale',
      mois: [-39, -35],
    },
    {
      phase: 'PREFIGURATION',
      genre: 'TACHE',
      intitule: 'Rencontres avec les services de l’agglomération et les communes',
      responsable: 'Délégation départementale et agglomération',
      mois: [-39, -37],
      livrables: 'Liste des acteurs volontaires',
    },
    {
      phase: 'PREFIGURATION',
      genre: 'TACHE',
      intitule: 'Mise en place du comité de pilotage et du comité technique',
      responsable: 'Délégation départementale',
      mois: [-36, -35],
      livrables: 'Note sur la gouvernance',
    },
    {
      phase: 'DIAGNOSTIC',
      genre: 'PHASE',
      intitule: 'Diagnostic partagé',
      responsable: 'Agglomération',
      mois: [-35, -31],
    },
    {
      phase: 'DIAGNOSTIC',
      genre: 'TACHE',
      intitule: 'Entretiens avec cinquante habitants éloignés des soins',
      responsable: 'Au-devant',
      mois: [-34, -32],
      livrables: 'Synthèse anonyme des entretiens',
    },
    {
      phase: 'PLAN_ACTIONS',
      genre: 'PHASE',
      intitule: 'Élaboration du plan d’actions',
      responsable: 'Comité technique',
      mois: [-31, -28],
    },
    {
      phase: 'PLAN_ACTIONS',
      genre: 'TACHE',
      intitule: 'Formation-accompagnement des membres (trois jours)',
      responsable: 'Formateur extérieur',
      mois: [-31, -30],
      livrables: 'Arbre des objectifs, fiches-actions',
    },
    {
      phase: 'MISE_EN_OEUVRE',
      genre: 'PHASE',
      intitule: 'Mise en œuvre du plan d’actions',
      responsable: 'Membres de l’alliance',
      mois: [-27, 11],
    },
    {
      phase: 'MISE_EN_OEUVRE',
      genre: 'TACHE',
      intitule: 'Charte d’orientation commune aux neuf structures',
      responsable: 'CCAS de Trappes',
      mois: [-8, -2],
      livrables: 'Charte signée',
      etat: 'EN_COURS',
    },
    {
      phase: 'SUIVI_EVALUATION',
      genre: 'PHASE',
      intitule: 'Suivi et évaluation des activités',
      responsable: 'Délégation départementale',
      mois: [-24, 11],
    },
    {
      phase: 'EVALUATION',
      genre: 'PHASE',
      intitule: 'Évaluation de la coopérative d’acteurs',
      responsable: 'Comité technique d’évaluation',
      mois: [6, 14],
    },
  ],
  objectifs: [
    {
      cle: 'sqy-general',
      niveau: 'GENERAL',
      intitule:
        'Mettre en place une action coordonnée en direction des publics invisibles pour les mobiliser vers un parcours de santé',
      impact: 'Les habitants les plus éloignés des soins entrent et restent dans un parcours de santé.',
    },
    {
      cle: 'sqy-spe-aller-vers',
      parent: 'sqy-general',
      niveau: 'SPECIFIQUE',
      intitule: 'Aller à la rencontre des personnes éloignées du droit commun dans leurs lieux de vie',
      impact: 'Les personnes rencontrées connaissent au moins un interlocuteur de confiance pour leur santé.',
    },
    {
      cle: 'sqy-spe-parcours',
      parent: 'sqy-general',
      niveau: 'SPECIFIQUE',
      intitule: 'Rendre effectif le passage de la rencontre au parcours de santé',
      impact: 'Les personnes orientées ont des droits ouverts, un bilan de santé et un médecin.',
    },
    {
      cle: 'sqy-op-maraudes',
      parent: 'sqy-spe-aller-vers',
      niveau: 'OPERATIONNEL',
      intitule: 'Organiser des maraudes et des actions hors les murs régulières dans les huit quartiers prioritaires',
      impact: 'Trois maraudes par semaine et un stand par mois et par quartier.',
    },
    {
      cle: 'sqy-op-habitants',
      parent: 'sqy-spe-aller-vers',
      niveau: 'OPERATIONNEL',
      intitule: 'S’appuyer sur des habitants et des jeunes relais',
      impact: 'Vingt relais formés et présents dans leur quartier.',
    },
    {
      cle: 'sqy-op-orientation',
      parent: 'sqy-spe-parcours',
      niveau: 'OPERATIONNEL',
      intitule: 'Orienter vers les secteurs d’action sociale et ouvrir les droits',
      impact: 'Une permanence hebdomadaire et une fiche de liaison commune.',
    },
    {
      cle: 'sqy-op-bilans',
      parent: 'sqy-spe-parcours',
      niveau: 'OPERATIONNEL',
      intitule: 'Proposer des bilans de santé adaptés aux personnes accompagnées',
      impact: 'Des sessions réservées, accompagnées, avec remise expliquée des résultats.',
    },
    {
      cle: 'sqy-op-partenariat',
      parent: 'sqy-spe-parcours',
      niveau: 'OPERATIONNEL',
      intitule:
        'Renforcer le partenariat avec le centre municipal de santé, le centre hospitalier, la MGEN et les maisons de santé en secteur 1',
      impact: 'Des créneaux réservés et des circuits connus de tous les membres.',
    },
  ],
  actions: [...actionsAllerVers78, ...actionsParcours78],
};
