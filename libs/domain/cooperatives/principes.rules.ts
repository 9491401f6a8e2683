export interface Principe {
  code: string;
  libelle: string;
  source: '4.1' | '4.2';
}

/** The ten choice principles (guide 4.1) and the seven points of vigilance of the ex-ante evaluation (guide 4.2). */
export const PRINCIPES: readonly Principe[] = [
  {
    code: 'PRIORISATION_BESOINS',
    source: '4.1',
    libelle: 'Une priorisation des besoins de santé, connus et identifiés',
  },
  {
    code: 'OBJECTIFS_SANTE_PUBLIQUE',
    source: '4.1',
    libelle: 'Des objectifs de santé publique correspondant à une thématique prioritaire',
  },
  {
    code: 'POPULATION_LARGE',
    source: '4.1',
    libelle: 'Une réponse à un groupe ou à une population suffisamment large',
  },
  {
    code: 'DIMENSION_PROMOTION',
    source: '4.1',
    libelle: 'Une dimension de promotion de la santé, décloisonnée entre professions et institutions',
  },
  {
    code: 'EXPRESSION_HABITANTS',
    source: '4.1',
    libelle: 'L’existence, ou la potentialité, d’une expression forte des habitants',
  },
  {
    code: 'PERIMETRE_IDENTIFIABLE',
    source: '4.1',
    libelle: 'Un périmètre facilement identifiable par les acteurs et les habitants',
  },
  {
    code: 'COHERENCE_LOCALE',
    source: '4.1',
    libelle: 'Une cohérence sociale et politique préexistante sur le territoire',
  },
  {
    code: 'CLS_PORTEUR',
    source: '4.1',
    libelle: 'Un ou plusieurs CLS en capacité de porter le projet et de fédérer les acteurs',
  },
  {
    code: 'ACTEURS_COMPLEMENTAIRES',
    source: '4.1',
    libelle: 'Un nombre suffisant d’acteurs complémentaires (santé, social, insertion, logement…)',
  },
  { code: 'DUREE_PLURIANNUELLE', source: '4.1', libelle: 'Une inscription dans une durée pluriannuelle' },
  {
    code: 'ARTICULATION_DISPOSITIFS',
    source: '4.2',
    libelle: 'Une articulation avec les autres dispositifs et démarches du territoire',
  },
  {
    code: 'CROISEMENT_POPULATION_TERRITOIRE_THEMATIQUE',
    source: '4.2',
    libelle: 'Le croisement, dans la durée, d’une population, d’un territoire et d’une thématique',
  },
  {
    code: 'THEMATIQUE_PEU_COUVERTE',
    source: '4.2',
    libelle: 'Un choix argumenté de thématiques non ou peu couvertes par les niveaux locaux',
  },
  {
    code: 'TRANSVERSALITE',
    source: '4.2',
    libelle: 'Une exigence de transversalité entre champs d’intervention, au-delà du seul secteur sanitaire',
  },
  {
    code: 'COCONSTRUCTION',
    source: '4.2',
    libelle: 'Un programme co-construit, dans un esprit de complémentarité et non de subsidiarité',
  },
  {
    code: 'PARTICIPATION_HABITANTS',
    source: '4.2',
    libelle: 'Une participation active des habitants, avec sa stratégie',
  },
  { code: 'CULTURE_COMMUNE', source: '4.2', libelle: 'Un programme au service d’une culture commune' },
];
