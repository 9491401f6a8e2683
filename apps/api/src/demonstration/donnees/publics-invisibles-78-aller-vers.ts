import { commun, propre, type ActionSource } from './fabrique';

export const actionsAllerVers78: ActionSource[] = [
  {
    cle: 'sqy-maraudes',
    structure: 'au-devant',
    objectif: 'sqy-op-maraudes',
    intitule: 'Maraudes santé',
    contenu:
      'Une infirmière et un travailleur social vont à la rencontre des personnes vivant dehors, en squat, à l’hôtel social ou en foyer. Écoute, premiers soins, information sur les droits, proposition d’accompagnement. Un passage au moins tous les quinze jours sur chaque site permet de créer la confiance.',
    periode: [-9, 3],
    calendrier: 'Trois maraudes par semaine, dont une en soirée, toute l’année.',
    modes: ['ALLER_VERS', 'ACCOMPAGNEMENT'],
    publics: ['EXCLUS_ANCRES', 'MIGRANTS_MOBILITE', 'SANS_ABRI'],
    lieux:
      'Gares de Trappes, de La Verrière et de Saint-Quentin, hôtels sociaux de Coignières et de Plaisir, foyer de travailleurs de Trappes',
    moyensHumains: 'Infirmière 0,8 ETP, travailleur social 0,8 ETP, coordination 0,2 ETP, six bénévoles formés',
    moyensHumainsEtp: 1.8,
    objectifsPoursuivis:
      'Rencontrer les personnes qui ne viennent vers aucun service et leur proposer un premier pas vers la santé.',
    resultatsAttendus:
      '300 personnes rencontrées par an ; une personne orientée sur deux honore un premier rendez-vous.',
    beneficiairesCibles: 300,
    etat: 'EN_COURS',
    indicateurs: [
      commun(
        'COORDINATION_PARTENAIRES',
        'Réunions de suivi des sites avec les communes et le SIAO',
        [2, 8],
        'Relevés de décisions',
      ),
      commun(
        'PERSONNES_TOUCHEES',
        'Personnes rencontrées (personnes différentes)',
        [75, 300],
        'Carnet de maraude anonyme',
      ),
      commun('SEANCES_REALISEES', 'Maraudes réalisées', [36, 144], 'Planning de l’équipe mobile'),
      commun(
        'PARCOURS_EFFECTIF',
        'Part de personnes orientées ayant honoré un premier rendez-vous',
        [50, 50],
        'Fiches de liaison, rappel à deux mois',
        { reference: 31 },
      ),
    ],
  },
  {
    cle: 'sqy-stands',
    structure: 'agglo-sqy',
    objectif: 'sqy-op-maraudes',
    intitule: 'Point santé itinérant sur les marchés et au pied des immeubles',
    contenu:
      'Un véhicule aménagé s’installe sur un marché ou au pied d’un immeuble avec deux partenaires par sortie. Tension artérielle, information sur la vaccination et les dépistages, prise de rendez-vous immédiate pour un bilan de santé ou une permanence d’accès aux droits.',
    periode: [-9, 3],
    calendrier:
      'Deux sorties par mois, hors mois d’août ; programme annoncé chaque trimestre dans les boîtes aux lettres.',
    modes: ['ALLER_VERS', 'DEPISTAGE', 'COMMUNICATION'],
    publics: ['HABITANTS_QPV', 'DEMUNIS_COUVERTS'],
    lieux:
      'Marché des Merisiers, mail du Valibout, place du Pont du Routoir, quartiers des Friches, de l’Avre et des Acacias',
    moyensHumains:
      'Chargée de mission 0,3 ETP, chauffeur-médiateur 0,3 ETP, deux professionnels partenaires par sortie',
    moyensHumainsEtp: 0.8,
    objectifsPoursuivis: 'Faire connaître l’offre de santé gratuite et donner un rendez-vous sur-le-champ.',
    resultatsAttendus: '480 personnes informées par an, dont un quart repart avec un rendez-vous.',
    beneficiairesCibles: 480,
    etat: 'EN_COURS',
    indicateurs: [
      propre(
        'PROCESSUS',
        'Partenaires différents présents au moins une fois',
        ['NOMBRE', 'MAXIMUM'],
        [7, 7],
        'Programme des sorties',
      ),
      commun('PERSONNES_TOUCHEES', 'Personnes accueillies au point santé', [120, 480], 'Feuille de comptage'),
      commun('SEANCES_REALISEES', 'Sorties du point santé', [6, 22], 'Planning du véhicule'),
      propre(
        'RESULTAT',
        'Part des personnes accueillies repartant avec un rendez-vous',
        ['POURCENTAGE', 'RATIO'],
        [25, 25],
        'Agenda partagé',
      ),
    ],
  },
  {
    cle: 'sqy-jeunes-relais',
    structure: 'passerelles-jeunes',
    objectif: 'sqy-op-habitants',
    intitule: 'Jeunes relais santé de Maurepas et d’Élancourt',
    contenu:
      'Douze jeunes de 18 à 25 ans, rémunérés pendant leur formation, apprennent à parler de santé avec d’autres jeunes : sommeil, santé mentale, addictions, accès aux droits. Ils interviennent en binôme dans les lieux où les jeunes se retrouvent et accompagnent les premiers rendez-vous.',
    periode: [-7, 3],
    calendrier: 'Formation de six jours chaque automne, interventions de janvier à juin, bilan en été.',
    modes: ['ALLER_VERS', 'PARTICIPATION', 'ACCOMPAGNEMENT'],
    publics: ['JEUNES_16_25', 'HABITANTS_QPV'],
    lieux: 'Quartier des Friches, maison de quartier des Petits Prés, centre commercial et équipements sportifs',
    moyensHumains: 'Animateur 0,5 ETP, psychologue 0,1 ETP, douze jeunes relais indemnisés',
    moyensHumainsEtp: 0.6,
    objectifsPoursuivis:
      'Toucher par les pairs des jeunes qui ne sont ni en emploi, ni en formation, ni connus des services.',
    resultatsAttendus: '160 jeunes rencontrés par an ; un jeune accompagné sur deux a un médecin déclaré.',
    beneficiairesCibles: 160,
    etat: 'EN_COURS',
    indicateurs: [
      commun('HABITANTS_ASSOCIES', 'Jeunes relais en activité', [12, 12], 'Liste d’émargement de la formation'),
      commun('PERSONNES_TOUCHEES', 'Jeunes rencontrés par les relais', [40, 160], 'Carnet de bord des binômes'),
      commun('SEANCES_REALISEES', 'Interventions des binômes', [12, 48], 'Carnet de bord des binômes'),
      propre(
        'RESULTAT',
        'Jeunes accompagnés ayant déclaré un médecin traitant',
        ['PERSONNES', 'SOMME'],
        [6, 24],
        'Déclaration du jeune à trois mois',
      ),
    ],
  },
  {
    cle: 'sqy-cafes-habitants',
    structure: 'voix-bois-etang',
    objectif: 'sqy-op-habitants',
    intitule: 'Cafés santé entre voisines et voisins',
    contenu:
      'Chaque mois, le collectif d’habitants invite à un café dont le thème a été choisi la fois précédente. Un professionnel de l’alliance répond aux questions. Les freins entendus sont rapportés au comité de pilotage par une habitante.',
    periode: [-9, 3],
    calendrier: 'Un café par mois, sauf en août ; le mercredi matin, avec accueil des enfants.',
    modes: ['PARTICIPATION', 'ATELIER'],
    publics: ['HABITANTS_QPV', 'FAMILLES'],
    lieux: 'Local du collectif, place du Bois-de-l’Étang, La Verrière',
    territoireCommuneCode: '78644',
    moyensHumains: 'Animatrice 0,15 ETP, cinq habitantes bénévoles, un professionnel invité par séance',
    moyensHumainsEtp: 0.15,
    objectifsPoursuivis: 'Faire dire et entendre ce qui éloigne des soins, et y répondre entre habitants.',
    resultatsAttendus:
      'Onze cafés par an, 60 habitants différents, trois propositions portées devant le comité de pilotage.',
    beneficiairesCibles: 60,
    etat: 'EN_COURS',
    motifPeuIndicateurs:
      'Action de petite taille, portée par des bénévoles : deux indicateurs et les propositions portées au comité de pilotage suffisent à en rendre compte.',
    indicateurs: [
      commun('HABITANTS_ASSOCIES', 'Habitants qui préparent et animent les cafés', [5, 5], 'Compte-rendu des cafés'),
      commun('PARTICIPATIONS_ATELIERS', 'Participations aux cafés santé', [33, 130], 'Comptage à chaque café'),
    ],
  },
];
