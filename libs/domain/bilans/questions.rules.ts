export const REPONSES = ['OUI', 'EN_PARTIE', 'NON'] as const;
export type Reponse = (typeof REPONSES)[number];

export interface QuestionBilan {
  cle: CleQuestion;
  groupe: 'REALISATION' | 'EFFETS';
  /** Question put to the partner. */
  question: string;
  /** What is asked under the answer. */
  relance: string;
  /** Word of the answer between yes and no (guide, fiche 5). */
  milieu: 'En partie' | 'Partiellement';
  /** Answers that ask for the text below. */
  relanceSi: readonly Reponse[];
}

export const CLES_QUESTIONS = [
  'ressources',
  'publics',
  'realisation',
  'objectifs',
  'cooperation',
  'pratiques',
  'ists',
  'parcours',
] as const;
export type CleQuestion = (typeof CLES_QUESTIONS)[number];

const SAUF_OUI: readonly Reponse[] = ['EN_PARTIE', 'NON'];
const TOUTES: readonly Reponse[] = ['OUI', 'EN_PARTIE', 'NON'];

/**
 * T4: the right-hand parts of T3 (guide, fiche 5). Any answer other than « oui » asks for its reason; on the effects,
 * « oui » opens « sur quels aspects », which may stay empty.
 */
export const QUESTIONS_BILAN: readonly QuestionBilan[] = [
  {
    cle: 'ressources',
    groupe: 'REALISATION',
    question: 'Les ressources ont-elles été mobilisées comme prévu\u00a0?',
    relance: 'Pourquoi\u00a0?',
    milieu: 'En partie',
    relanceSi: SAUF_OUI,
  },
  {
    cle: 'publics',
    groupe: 'REALISATION',
    question: 'Les groupes cibles ont-ils été atteints comme prévu\u00a0?',
    relance: 'Pourquoi\u00a0?',
    milieu: 'En partie',
    relanceSi: SAUF_OUI,
  },
  {
    cle: 'realisation',
    groupe: 'REALISATION',
    question: 'Les actions ont-elles été réalisées, conformes à la programmation\u00a0?',
    relance: 'Pourquoi\u00a0?',
    milieu: 'En partie',
    relanceSi: SAUF_OUI,
  },
  {
    cle: 'objectifs',
    groupe: 'REALISATION',
    question: 'Les objectifs cibles ont-ils été atteints\u00a0?',
    relance: 'Justifiez (éléments clés)',
    milieu: 'Partiellement',
    relanceSi: SAUF_OUI,
  },
  {
    cle: 'cooperation',
    groupe: 'EFFETS',
    question: 'L’action a-t-elle contribué à améliorer la dynamique de coopération\u00a0?',
    relance: 'Sur quels aspects\u00a0?',
    milieu: 'Partiellement',
    relanceSi: TOUTES,
  },
  {
    cle: 'pratiques',
    groupe: 'EFFETS',
    question: 'L’action a-t-elle contribué à l’amélioration des pratiques\u00a0?',
    relance: 'Sur quels aspects\u00a0?',
    milieu: 'Partiellement',
    relanceSi: TOUTES,
  },
  {
    cle: 'ists',
    groupe: 'EFFETS',
    question:
      'L’action a-t-elle contribué à activer des leviers sur les inégalités sociales et territoriales de santé (intersectorialité, prise en compte des déterminants sociaux, participation des habitants…)\u00a0?',
    relance: 'Lesquels\u00a0?',
    milieu: 'Partiellement',
    relanceSi: TOUTES,
  },
  {
    cle: 'parcours',
    groupe: 'EFFETS',
    question:
      'L’action a-t-elle contribué à l’amélioration du parcours de santé des bénéficiaires sur le territoire\u00a0?',
    relance: 'Sur quels aspects\u00a0?',
    milieu: 'Partiellement',
    relanceSi: TOUTES,
  },
];

/**
 * How much is asked of an action (guide, fiche 5: « s'interroger sur le niveau d'exigence à avoir en fonction des objectifs visés
 * et des actions »). The delegation sets it; beneficiaires and indicators are asked at every level.
 */
export const NIVEAUX_BILAN = ['ESSENTIEL', 'COURANT', 'COMPLET'] as const;
export type NiveauBilan = (typeof NIVEAUX_BILAN)[number];
export const LIBELLES_NIVEAUX_BILAN: Record<NiveauBilan, string> = {
  ESSENTIEL: 'essentiel',
  COURANT: 'courant',
  COMPLET: 'complet',
};

const ESSENTIELLES: readonly CleQuestion[] = ['realisation', 'objectifs'];
const COURANTES: readonly CleQuestion[] = [...ESSENTIELLES, 'ressources', 'publics', 'cooperation'];
const DEMANDEES: Record<NiveauBilan, readonly CleQuestion[]> = {
  ESSENTIEL: ESSENTIELLES,
  COURANT: COURANTES,
  COMPLET: CLES_QUESTIONS,
};

/** Questions that a report of this level answers, in the order of the form. */
export function questionsDemandees(niveau: NiveauBilan): readonly QuestionBilan[] {
  return QUESTIONS_BILAN.filter(({ cle }) => DEMANDEES[niveau].includes(cle));
}

/** What says the weight of an action. */
export interface PoidsAction {
  beneficiairesCibles: number | null;
  /** What the ARS grants to it in its heaviest year, in cents; null when nothing is known. */
  financement: number | null;
}

const PETITE = { beneficiaires: 100, financement: 500_000 };
/** From 23 000 € on, a convention de financement is due (R4): its account is asked whole. */
const GRANDE = { beneficiaires: 500, financement: 2_300_000 };

/**
 * The level that an action's weight suggests. Fiche 5 names the criteria (funding, number of beneficiaries…) and no threshold:
 * these are ours, and the delegation decides. What is not known suggests nothing less than the whole.
 */
export function niveauPropose({ beneficiairesCibles, financement }: PoidsAction): NiveauBilan {
  if (beneficiairesCibles === null) return 'COMPLET';
  const argent = financement ?? 0;
  if (beneficiairesCibles >= GRANDE.beneficiaires || argent >= GRANDE.financement) return 'COMPLET';
  return beneficiairesCibles <= PETITE.beneficiaires && argent <= PETITE.financement ? 'ESSENTIEL' : 'COURANT';
}
