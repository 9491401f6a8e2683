import { actionsErrance92 } from './errance-92-actions';
import type { CooperativeSource } from './fabrique';

export const errance92: CooperativeSource = {
  cle: 'errance-92',
  departementCode: '92',
  intitule: 'Prise en charge des personnes en errance à La Défense',
  presentation:
    'Sur la dalle, dans les parkings et les niveaux bas de La Défense, vivent ou passent chaque jour des personnes sans abri, souvent en grande souffrance psychique et connues de plusieurs équipes qui se parlaient peu. La coopérative réunit maraudes, accueil de jour, psychiatrie, addictologie, hôpital, communes et gestionnaire du site autour d’une prise en charge concertée, au même endroit et au même moment.',
  phase: 'MISE_EN_OEUVRE',
  debutMois: -36,
  thematiques: ['ERRANCE', 'SANTE_MENTALE', 'ADDICTIONS'],
  publics: ['SANS_ABRI', 'EXCLUS_ANCRES', 'MIGRANTS_MOBILITE'],
  communes: ['92062', '92026', '92050'],
  qpv: ['Le Parc (Nanterre)'],
  dispositifs: [
    {
      code: 'SIAO',
      articulation:
        'Une place est tenue chaque semaine à la disposition de la coopérative pour les situations examinées en commission.',
    },
    {
      code: 'CLSM',
      articulation: 'Le conseil local de santé mentale de Nanterre porte les situations qui dépassent le site.',
    },
    {
      code: 'CLS',
      articulation:
        'Le contrat local de santé de Nanterre mentionne la coopérative ; Puteaux et Courbevoie n’en ont pas.',
    },
    { code: 'PRAPS', articulation: 'Financement complémentaire des permanences de soins infirmiers.' },
  ],
  eParcoursReferent: 'Référente e-parcours de la délégation départementale des Hauts-de-Seine',
  principes: {
    PRIORISATION_BESOINS: {
      respecte: true,
      commentaire: 'Le recensement de nuit et les passages aux urgences ont servi de socle.',
    },
    OBJECTIFS_SANTE_PUBLIQUE: {
      respecte: true,
      commentaire: 'Accès aux soins, santé mentale et réduction des risques.',
    },
    POPULATION_LARGE: { respecte: true, commentaire: 'Environ 250 personnes ancrées et 600 de passage dans l’année.' },
    DIMENSION_PROMOTION: { respecte: true, commentaire: 'De la réduction des risques jusqu’au relogement accompagné.' },
    EXPRESSION_HABITANTS: {
      respecte: false,
      commentaire:
        'L’expression des personnes concernées reste informelle ; un groupe de parole a été créé cette année.',
    },
    PERIMETRE_IDENTIFIABLE: { respecte: true, commentaire: 'Le site est délimité par le boulevard circulaire.' },
    COHERENCE_LOCALE: {
      respecte: true,
      commentaire: 'Les trois communes et le gestionnaire se réunissaient déjà sur la tranquillité publique.',
    },
    CLS_PORTEUR: { respecte: false, commentaire: 'Une seule commune sur trois a signé un contrat local de santé.' },
    ACTEURS_COMPLEMENTAIRES: {
      respecte: true,
      commentaire: 'Santé, psychiatrie, addictologie, social et gestion urbaine.',
    },
    DUREE_PLURIANNUELLE: { respecte: true, commentaire: 'Engagement de trois ans, convention annuelle.' },
    ARTICULATION_DISPOSITIFS: {
      respecte: true,
      commentaire: 'La commission de situations ne double pas celle du SIAO : l’une prépare l’autre.',
    },
    CROISEMENT_POPULATION_TERRITOIRE_THEMATIQUE: {
      respecte: true,
      commentaire: 'Personnes en errance, site de La Défense, accès aux soins et santé mentale.',
    },
    THEMATIQUE_PEU_COUVERTE: { respecte: true, commentaire: 'Chaque commune n’agissait que sur sa part de la dalle.' },
    TRANSVERSALITE: { respecte: true, commentaire: 'Le gestionnaire du site finance des locaux et forme ses agents.' },
    COCONSTRUCTION: {
      respecte: true,
      commentaire: 'Le programme a été écrit par les équipes de terrain, puis présenté aux directions.',
    },
    PARTICIPATION_HABITANTS: {
      respecte: false,
      commentaire: 'Deux personnes anciennement sans abri rejoignent le comité de pilotage.',
    },
    CULTURE_COMMUNE: { respecte: true, commentaire: 'Immersions croisées entre les équipes, deux jours par an.' },
  },
  adhesions: [
    ['ville-nanterre', -12],
    ['ccas-puteaux', -12],
    ['halte-parvis', -12],
    ['sous-dalle', -12],
    ['epsm-boucle', -11],
    ['hopital-nanterre', -10],
    ['csapa-92', -11],
    ['gestion-dalle', -9],
  ],
  etapes: [
    {
      phase: 'PREFIGURATION',
      genre: 'PHASE',
      intitule: 'Préfiguration du projet',
      responsable: 'Délégation départementale',
      mois: [-36, -33],
    },
    {
      phase: 'PREFIGURATION',
      genre: 'TACHE',
      intitule: 'Rencontres avec les équipes de maraude et les trois communes',
      responsable: 'Délégation départementale',
      mois: [-36, -34],
      livrables: 'Carte des interventions existantes',
    },
    {
      phase: 'DIAGNOSTIC',
      genre: 'PHASE',
      intitule: 'Diagnostic : une nuit et une semaine sur la dalle',
      responsable: 'Halte du Parvis',
      mois: [-33, -30],
    },
    {
      phase: 'DIAGNOSTIC',
      genre: 'TACHE',
      intitule: 'Recensement de nuit et entretiens',
      responsable: 'Sous la Dalle',
      mois: [-32, -31],
      livrables: 'Rapport de diagnostic',
    },
    {
      phase: 'PLAN_ACTIONS',
      genre: 'PHASE',
      intitule: 'Élaboration du plan d’actions',
      responsable: 'Comité technique',
      mois: [-30, -27],
    },
    {
      phase: 'PLAN_ACTIONS',
      genre: 'TACHE',
      intitule: 'Règles de partage d’informations entre équipes',
      responsable: 'EPSM des Deux-Boucles',
      mois: [-29, -27],
      livrables: 'Protocole, information des personnes',
    },
    {
      phase: 'MISE_EN_OEUVRE',
      genre: 'PHASE',
      intitule: 'Mise en œuvre du plan d’actions',
      responsable: 'Membres de la coopérative',
      mois: [-27, 8],
    },
    {
      phase: 'MISE_EN_OEUVRE',
      genre: 'TACHE',
      intitule: 'Ouverture du local de soins du niveau 2',
      responsable: 'Gestionnaire du site',
      mois: [-26, -22],
      livrables: 'Convention d’occupation du local',
    },
    {
      phase: 'MISE_EN_OEUVRE',
      genre: 'TACHE',
      intitule: 'Renouvellement de la convention du local',
      responsable: 'Gestionnaire du site',
      mois: [-2, 1],
      livrables: 'Avenant d’occupation',
    },
    {
      phase: 'SUIVI_EVALUATION',
      genre: 'PHASE',
      intitule: 'Suivi et évaluation des activités',
      responsable: 'Délégation départementale',
      mois: [-24, 8],
    },
    {
      phase: 'EVALUATION',
      genre: 'PHASE',
      intitule: 'Évaluation de la coopérative d’acteurs',
      responsable: 'Comité technique d’évaluation',
      mois: [5, 11],
    },
  ],
  objectifs: [
    {
      cle: 'def-general',
      niveau: 'GENERAL',
      intitule:
        'Permettre aux personnes en errance à La Défense d’accéder à des soins continus et à une sortie de rue choisie',
      impact: 'L’état de santé des personnes ancrées à La Défense s’améliore et les sorties de rue durent.',
    },
    {
      cle: 'def-spe-soins',
      parent: 'def-general',
      niveau: 'SPECIFIQUE',
      intitule: 'Apporter sur place des soins somatiques, psychiques et en addictologie',
      impact: 'Les personnes acceptent des soins et en reconnaissent l’utilité.',
    },
    {
      cle: 'def-spe-concert',
      parent: 'def-general',
      niveau: 'SPECIFIQUE',
      intitule: 'Décider ensemble des parcours et tenir la continuité entre la rue, l’hôpital et l’hébergement',
      impact: 'Les ruptures après une hospitalisation ou une orientation diminuent.',
    },
    {
      cle: 'def-op-maraudes',
      parent: 'def-spe-soins',
      niveau: 'OPERATIONNEL',
      intitule: 'Coordonner les maraudes et y associer des soignants',
      impact: 'Un planning unique des passages, quatre maraudes mixtes par semaine.',
    },
    {
      cle: 'def-op-local',
      parent: 'def-spe-soins',
      niveau: 'OPERATIONNEL',
      intitule: 'Tenir des permanences de soins sur la dalle',
      impact: 'Un local de soins ouvert quatre demi-journées par semaine.',
    },
    {
      cle: 'def-op-commission',
      parent: 'def-spe-concert',
      niveau: 'OPERATIONNEL',
      intitule: 'Examiner les situations complexes en commission et organiser les relais',
      impact: 'Une commission par mois, un référent par personne.',
    },
    {
      cle: 'def-op-site',
      parent: 'def-spe-concert',
      niveau: 'OPERATIONNEL',
      intitule: 'Former les agents du site et associer les personnes concernées',
      impact: 'Agents formés et groupe de personnes concernées installé.',
    },
  ],
  actions: actionsErrance92,
};
