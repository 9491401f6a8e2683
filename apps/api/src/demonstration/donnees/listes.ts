import type { DemoValeurListe } from './types';

type Ligne = [code: string, libelle: string, description?: string];

function valeurs(liste: DemoValeurListe['liste'], lignes: Ligne[], praps?: boolean): DemoValeurListe[] {
  return lignes.map(([code, libelle, description]) => ({
    liste,
    code,
    libelle,
    ...(description === undefined ? {} : { description }),
    ...(praps === undefined ? {} : { praps }),
  }));
}

/** Thématiques peu couvertes que cite le guide (4.2) et celles des six coopératives de la phase expérimentale. */
const thematiques: Ligne[] = [
  [
    'PRECARITE_PARCOURS',
    'Parcours de santé des publics précaires',
    'Aller vers, ouverture des droits, accès aux soins et maintien dans le système de santé.',
  ],
  [
    'ERRANCE',
    'Santé des personnes en errance',
    'Personnes sans abri ou en grande mobilité, sur un même site ou entre plusieurs communes.',
  ],
  ['LOGEMENT_SANTE', 'Logement et santé', 'Interactions entre l’habitat, son état, son occupation et la santé.'],
  [
    'SANTE_RESPIRATOIRE',
    'Santé respiratoire',
    'Asthme, allergies respiratoires, bronchopneumopathies, qualité de l’air intérieur.',
  ],
  [
    'DIABETE',
    'Diabète et maladies métaboliques',
    'Repérage, éducation pour la santé, accompagnement et prévention des complications.',
  ],
  [
    'NUTRITION_ACTIVITE',
    'Nutrition et activité physique',
    'Alimentation favorable à la santé, activité physique régulière, lutte contre la sédentarité.',
  ],
  [
    'LANGAGE_APPRENTISSAGES',
    'Troubles du langage et des apprentissages',
    'Prévention, repérage précoce et accès au bilan et à la prise en charge.',
  ],
  [
    'CPS',
    'Compétences psychosociales',
    'Développement des compétences des enfants, des parents et des équipes éducatives.',
  ],
  [
    'PERINATALITE',
    'Périnatalité et compétences psychosociales familiales',
    'De la grossesse aux trois ans de l’enfant.',
  ],
  ['SANTE_ENFANTS', 'Santé des enfants et des jeunes'],
  ['SANTE_MENTALE', 'Santé mentale'],
  ['ADDICTIONS', 'Addictions, dont lutte contre le tabagisme'],
  ['VACCINATION', 'Promotion de la vaccination'],
  [
    'ACCES_DROITS',
    'Accès aux droits et littératie en santé',
    'Comprendre, trouver et utiliser l’information et les services de santé.',
  ],
];

/** Publics du PRAPS, dans les termes du guide (3.2). */
const publicsPraps: Ligne[] = [
  ['MIGRANTS_MOBILITE', 'Personnes migrantes en forte mobilité'],
  ['EXCLUS_ANCRES', 'Personnes exclues ancrées sur un territoire'],
  [
    'DEMUNIS_COUVERTS',
    'Personnes démunies avec une couverture maladie, en difficulté d’accès ou de maintien dans le système de santé',
  ],
];

const publics: Ligne[] = [
  ['HABITANTS_QPV', 'Habitants des quartiers prioritaires de la politique de la ville'],
  ['PERSONNES_DIABETIQUES', 'Personnes diabétiques et leur entourage'],
  ['ADULTES_A_RISQUE', 'Adultes à risque de diabète ou d’obésité'],
  ['FAMILLES', 'Familles et parents'],
  ['ENFANTS_2_3', 'Enfants de 2 à 3 ans'],
  ['ENFANTS_4_7', 'Enfants de 4 à 7 ans'],
  ['ENFANTS_8_12', 'Enfants de 8 à 12 ans'],
  ['JEUNES_16_25', 'Jeunes de 16 à 25 ans'],
  ['FEMMES_ENCEINTES', 'Femmes enceintes et jeunes mères'],
  ['PERSONNES_AGEES', 'Personnes de 60 ans et plus'],
  ['PERSONNES_RESPIRATOIRE', 'Personnes vivant avec une maladie respiratoire'],
  ['MAL_LOGES', 'Ménages mal logés ou hébergés à l’hôtel'],
  ['SANS_ABRI', 'Personnes sans abri'],
  ['ADDICTIONS_USAGERS', 'Personnes ayant une conduite addictive'],
  ['PROFESSIONNELS_SANTE', 'Professionnels de santé'],
  ['PROFESSIONNELS_SOCIAL', 'Professionnels du social, de l’éducation et du logement'],
  ['BENEVOLES_RELAIS', 'Bénévoles, adultes relais et habitants ambassadeurs'],
];

/** Secteurs dont l’action pèse sur la santé (guide 4.1 et 4.2). */
const secteurs: Ligne[] = [
  ['SANTE', 'Santé'],
  ['SOCIAL', 'Social'],
  ['MEDICO_SOCIAL', 'Médico-social'],
  ['INSERTION', 'Insertion'],
  ['LOGEMENT', 'Logement et habitat'],
  ['TRAVAIL', 'Travail et emploi'],
  ['EDUCATION', 'Éducation et petite enfance'],
  ['JEUNESSE', 'Jeunesse'],
  ['SPORT', 'Sport et vie associative'],
  ['URBAIN', 'Urbain et politique de la ville'],
  ['ENVIRONNEMENT', 'Environnement et développement durable'],
  ['SECURITE', 'Sécurité et tranquillité publique'],
];

const modes: Ligne[] = [
  ['ALLER_VERS', 'Aller vers et actions hors les murs', 'Maraudes, stands, présence dans les lieux de vie.'],
  ['MEDIATION', 'Médiation en santé et interprétariat'],
  ['ACCOMPAGNEMENT', 'Accompagnement individuel'],
  ['ATELIER', 'Ateliers collectifs'],
  ['ACTIVITE_PHYSIQUE', 'Activité physique encadrée'],
  ['DEPISTAGE', 'Repérage et dépistage'],
  ['CONSULTATION', 'Consultations et permanences de santé'],
  ['VISITE_DOMICILE', 'Visites à domicile'],
  ['FORMATION', 'Formation et échanges de pratiques'],
  ['COORDINATION', 'Coordination et animation de réseau'],
  ['PARTICIPATION', 'Participation des habitants'],
  ['COMMUNICATION', 'Information et communication'],
];

/** Outils de la territorialisation (guide, annexe 1 et foire aux questions). */
const dispositifs: Ligne[] = [
  [
    'CLS',
    'Contrat local de santé',
    'Réduction des inégalités et parcours de santé à l’échelle d’une commune ou d’une intercommunalité.',
  ],
  ['CLSM', 'Conseil local de santé mentale'],
  ['ASV', 'Atelier santé ville', 'Volet santé de la politique de la ville.'],
  ['CONTRAT_VILLE', 'Contrat de ville'],
  [
    'CPTS',
    'Communauté professionnelle territoriale de santé',
    'Organisation des soins ambulatoires et des parcours, portée par les professionnels.',
  ],
  [
    'DAC',
    'Dispositif d’appui à la coordination (ancienne plateforme territoriale d’appui)',
    'Appui aux professionnels pour les parcours complexes, sans critère d’âge ni de pathologie.',
  ],
  [
    'MAIA',
    'Méthode d’action pour l’intégration des services d’aide et de soins',
    'Personnes de 60 ans et plus en perte d’autonomie ; intégrée au DAC là où il est déployé.',
  ],
  ['PRAPS', 'Programme régional d’accès à la prévention et aux soins'],
  ['PRSE', 'Plan régional santé environnement'],
  ['PAT', 'Projet alimentaire territorial'],
  ['CITE_EDUCATIVE', 'Cité éducative'],
  ['PRE', 'Programme de réussite éducative'],
  ['SIAO', 'Service intégré d’accueil et d’orientation'],
];

export const listesDemonstration: DemoValeurListe[] = [
  ...valeurs('THEMATIQUE', thematiques),
  ...valeurs('PUBLIC_CIBLE', publicsPraps, true),
  ...valeurs('PUBLIC_CIBLE', publics, false),
  ...valeurs('SECTEUR', secteurs),
  ...valeurs('MODE_INTERVENTION', modes),
  ...valeurs('DISPOSITIF', dispositifs),
];
