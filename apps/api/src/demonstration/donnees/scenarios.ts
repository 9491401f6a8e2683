import type { DemoReponse, EtatBilan, QuestionBilan } from './types';

/**
 * Ce qui est voulu plutôt que tiré : les histoires que la démonstration raconte. Rangs 0 à 7, du plus ancien des huit
 * trimestres au dernier trimestre achevé.
 */

/** Part de la prévision réalisée, trimestre par trimestre. */
export const profilsChoisis: Record<string, number[]> = {
  'sqy-maraudes': [0.8, 0.88, 0.9, 0.97, 1.02, 1.06, 1.04, 0.85],
  'sqy-bilans-sante': [0.6, 0.72, 0.8, 0.84, 0.95, 1.0, 1.04, 1.02],
  'def-permanence-soins': [0.5, 0.82, 0.95, 1.0, 1.08, 1.12, 1.05, 1.1],
  'dia-depistage': [0.75, 0.9, 1.0, 1.08, 1.12, 1.18, 1.2, 1.33],
  'dia-consultations': [0.8, 0.95, 1.0, 1.02, 0.98, 0.9, 0.6, 0.35],
  'dia-cuisine': [0.85, 0.95, 1.0, 1.03, 1.05, 1.0, 0.92, 0.5],
  'dia-education': [0.6, 0.7, 0.82, 0.9, 0.95, 1.0, 0.98, 1.02],
  'res-guichet': [0.65, 0.8, 0.95, 1.05, 1.1, 1.18, 1.2, 1.22],
  'res-chantiers': [0.5, 0.6, 0.75, 0.85, 0.9, 0.95, 1.0, 1.0],
  'abb-triporteur': [0.85, 0.75, 0.62, 0.5, 0.42, 0.4, 0.4, 0.4],
  'lan-bilans-courts': [0.7, 0.82, 0.95, 1.0, 1.05, 1.08, 1.1, 1.06],
};

/** Dénominateur usuel, par trimestre, des parts qui ne portent pas sur les personnes touchées par l’action. */
export const denominateursUsuels: Record<string, number> = {
  'sqy-bilans-sante-ip1': 60,
  'sqy-mediation-valibout-ir1': 40,
  'def-permanence-soins-ip1': 48,
  'dia-pied-oeil-ir2': 260,
  'dia-mediation-ir2': 70,
  'res-visites-ir1': 48,
  'res-visites-ir2': 46,
  'res-guichet-ir1': 38,
  'res-reperage-ir1': 55,
  'res-chantiers-ir1': 10,
  'abb-cuisine-ip1': 12,
  'lan-formation-ecoles-ir1': 60,
  'lan-consultations-langage-ip1': 40,
  'lan-cps-classes-ip1': 90,
  'lan-cps-classes-ir1': 34,
  'lan-cps-classes-ir2': 34,
  'lan-pediatrie-ip1': 160,
  'lan-pediatrie-ir1': 34,
};

/** État du bilan du dernier trimestre achevé ; les actions absentes d’ici sont transmises ou validées. */
export const etatsDernierTrimestre: Record<string, EtatBilan> = {
  'sqy-maraudes': 'BROUILLON',
  'def-permanence-soins': 'BROUILLON',
  'res-chantiers': 'BROUILLON',
  'lan-ateliers-parents': 'BROUILLON',
  'sqy-mediation-valibout': 'A_REMPLIR',
  'dia-marche-jardin': 'A_REMPLIR',
  'res-ecole-asthme': 'A_REMPLIR',
  'abb-seniors': 'A_REMPLIR',
  'dia-pied-oeil': 'A_COMPLETER',
  'def-reduction-risques': 'A_COMPLETER',
  'abb-ordonnance': 'A_COMPLETER',
  'dia-depistage': 'TRANSMIS',
  'dia-consultations': 'TRANSMIS',
  'dia-cuisine': 'TRANSMIS',
  'dia-mediation': 'TRANSMIS',
};

/** Ce que la délégation départementale demande de compléter. */
export const retoursDernierTrimestre: Record<string, { question: string; motif: string }[]> = {
  'dia-pied-oeil': [
    {
      question: 'indicateur:dia-pied-oeil-ia2',
      motif:
        'Le nombre d’examens semble compter deux fois les personnes vues pour le pied et pour l’œil : pouvez-vous vérifier ?',
    },
    { question: 'parcours', motif: 'Pouvez-vous préciser ce qui a changé pour les personnes à risque élevé ?' },
  ],
  'def-reduction-risques': [
    { question: 'objectifs', motif: 'La raison donnée ne dit pas ce qui a manqué pour atteindre l’objectif.' },
    {
      question: 'freins',
      motif: 'Merci d’indiquer si le local partagé est toujours en cause, pour le porter au comité de pilotage.',
    },
  ],
  'abb-ordonnance': [
    {
      question: 'beneficiaires',
      motif:
        'Le nombre de bénéficiaires diffère de celui du copil : s’agit-il de personnes différentes ou de consultations ?',
    },
  ],
};

interface Texte {
  reponses: Partial<Record<QuestionBilan, DemoReponse>>;
  freins?: string;
  leviers?: string;
  pistes?: string;
}

/** Réponses écrites pour le dernier trimestre achevé, là où les chiffres ont une histoire. */
export const textesDernierTrimestre: Record<string, Texte> = {
  'sqy-maraudes': {
    reponses: {
      ressources: { reponse: 'OUI' },
      publics: {
        reponse: 'EN_PARTIE',
        motif: 'Les familles logées à l’hôtel ont été déplacées ; deux sorties annulées.',
      },
    },
  },
  'dia-depistage': {
    reponses: {
      ressources: {
        reponse: 'EN_PARTIE',
        motif:
          'L’affluence dépasse ce qu’une seule infirmière peut recevoir ; un renfort est demandé pour les deux temps forts.',
      },
      publics: { reponse: 'OUI' },
      realisation: { reponse: 'OUI' },
      objectifs: { reponse: 'OUI', motif: 'Cible dépassée, grâce à la préparation des ambassadeurs.' },
    },
    freins: 'File d’attente trop longue : des personnes repartent sans avoir été reçues.',
    leviers: 'Ambassadeurs présents dès la veille pour annoncer le dépistage dans les halls.',
    pistes: 'Faire venir une seconde infirmière pour les dépistages de plus de quarante personnes.',
  },
  'dia-consultations': {
    reponses: {
      ressources: {
        reponse: 'NON',
        motif:
          'Un médecin est absent depuis deux trimestres et n’a pas pu être remplacé ; seule la diététicienne a reçu chaque semaine.',
      },
      publics: {
        reponse: 'EN_PARTIE',
        motif:
          'Les personnes sans médecin traitant ont été servies d’abord ; les autres ont été réorientées vers l’hôpital.',
      },
      realisation: { reponse: 'NON', motif: 'Un tiers des demi-journées a pu être tenu.' },
      objectifs: {
        reponse: 'NON',
        motif: 'Délai et nombre de personnes reçues loin de la cible, pour la seule raison de l’absence médicale.',
      },
    },
    freins: 'Recrutement médical sans candidat à ce jour.',
    leviers: 'Protocole avec l’hôpital pour les situations urgentes.',
    pistes:
      'Ramener la cible de l’année à quatre-vingts personnes et ouvrir une téléconsultation assistée par l’infirmière.',
  },
  'dia-cuisine': {
    reponses: {
      ressources: {
        reponse: 'EN_PARTIE',
        motif: 'La salle commune est fermée pour travaux ; la salle de remplacement n’a pas de cuisine équipée.',
      },
      publics: { reponse: 'OUI' },
      realisation: { reponse: 'EN_PARTIE', motif: 'Un atelier sur deux a été tenu, avec des plaques mobiles.' },
      objectifs: {
        reponse: 'EN_PARTIE',
        motif: 'Les familles sont fidèles ; le nombre d’ateliers ne permet pas d’atteindre la cible de participations.',
      },
    },
    freins: 'Fermeture de la salle commune des Bosquets jusqu’à la fin des travaux.',
    leviers: 'Participantes qui proposent d’accueillir un atelier en extérieur.',
    pistes: 'Trouver une autre salle à Montfermeil avant le prochain comité de pilotage.',
  },
};
