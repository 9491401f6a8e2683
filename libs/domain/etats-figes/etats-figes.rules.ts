import { arrondir } from '../consolidation/agregation.rules';
import { libelleCourtTrimestre, type Trimestre } from '../commun/trimestre';
import type { ModeAgregation, Unite } from '../referentiel/listes';

/** What may have happened to a quarter since it was frozen. */
export const GENRES_DIFFERENCE = [
  'RECU',
  'RENVOYE',
  'CORRIGE',
  'RETIRE',
  'DEPLACE',
  'PREVISION',
  'RATTACHEMENT',
  'OUVERT',
] as const;
export type GenreDifference = (typeof GENRES_DIFFERENCE)[number];

export const LIBELLES_DIFFERENCES: Record<GenreDifference, { titre: string; aide: string }> = {
  RECU: { titre: 'Reçus depuis', aide: 'Bilans que l’ARS n’avait pas, et qu’elle a reçus depuis.' },
  RENVOYE: { titre: 'Renvoyés', aide: 'Bilans reçus, renvoyés depuis à la structure\u00a0: ils ne comptent plus.' },
  CORRIGE: { titre: 'Valeurs corrigées', aide: 'Bilans reçus alors et maintenant, dont un chiffre a changé.' },
  RETIRE: { titre: 'Retirés', aide: 'Bilans qui comptaient, et qui n’existent plus ou ne sont plus transmis.' },
  DEPLACE: { titre: 'Déplacés', aide: 'Territoire, structure, thématiques ou publics qui ont changé.' },
  PREVISION: { titre: 'Prévisions changées', aide: 'Ce qui était prévu ou ciblé a changé.' },
  RATTACHEMENT: {
    titre: 'Rattachements changés',
    aide: 'Indicateurs qui alimentent un autre indicateur commun, ou plus aucun.',
  },
  OUVERT: { titre: 'Attendus depuis', aide: 'Bilans ouverts depuis, pas encore reçus.' },
};

/** What a difference bears on. */
export type ObjetDifference =
  | 'BILAN'
  | 'BENEFICIAIRES'
  | 'CIBLES'
  | 'VALEUR'
  | 'PREVISION'
  | 'RATTACHEMENT'
  | 'TERRITOIRE'
  | 'STRUCTURE'
  | 'THEMATIQUES'
  | 'PUBLICS';
export const LIBELLES_OBJETS: Record<ObjetDifference, string> = {
  BILAN: 'Bilan',
  BENEFICIAIRES: 'Bénéficiaires',
  CIBLES: 'Bénéficiaires ciblés',
  VALEUR: 'Valeur',
  PREVISION: 'Prévision',
  RATTACHEMENT: 'Indicateur commun',
  TERRITOIRE: 'Territoire',
  STRUCTURE: 'Structure',
  THEMATIQUES: 'Thématiques',
  PUBLICS: 'Publics',
};

/** What any mode needs of the values of one quarter, put together over actions. */
export interface Composantes {
  valeurs: number;
  somme: number | null;
  maximum: number | null;
  numerateur: number | null;
  denominateur: number | null;
  previsions: number;
  prevuSomme: number | null;
  prevuMaximum: number | null;
}
export const SANS_VALEURS: Composantes = {
  valeurs: 0,
  somme: null,
  maximum: null,
  numerateur: null,
  denominateur: null,
  previsions: 0,
  prevuSomme: null,
  prevuMaximum: null,
};

const plus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : arrondir(a + b);
const grand = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** Départements together: what adds, adds; the largest stays. */
export function reunir(a: Composantes, b: Composantes): Composantes {
  return {
    valeurs: a.valeurs + b.valeurs,
    somme: plus(a.somme, b.somme),
    maximum: grand(a.maximum, b.maximum),
    numerateur: plus(a.numerateur, b.numerateur),
    denominateur: plus(a.denominateur, b.denominateur),
    previsions: a.previsions + b.previsions,
    prevuSomme: plus(a.prevuSomme, b.prevuSomme),
    prevuMaximum: grand(a.prevuMaximum, b.prevuMaximum),
  };
}

/**
 * The figure of a quarter under a mode, as `agregerActions` makes it from its values (T6). In one quarter nobody comes twice:
 * people have no interval.
 */
export function totalDe(mode: ModeAgregation, unite: Unite, c: Composantes): number | null {
  const moyenne = c.somme === null || !c.valeurs ? null : arrondir(c.somme / c.valeurs);
  switch (mode) {
    case 'RATIO':
      return c.numerateur === null || !c.denominateur
        ? null
        : arrondir((c.numerateur / c.denominateur) * (unite === 'POURCENTAGE' ? 100 : 1));
    case 'MAXIMUM':
      return c.maximum;
    case 'MOYENNE':
      return moyenne;
    case 'DERNIERE_VALEUR':
      return unite === 'POURCENTAGE' ? moyenne : c.somme;
    case 'SOMME':
      return c.somme;
  }
}

/** Its forecast: that of a ratio is the ratio itself, which averages. */
export function prevuDe(mode: ModeAgregation, unite: Unite, c: Composantes): number | null {
  if (mode === 'MAXIMUM') return c.prevuMaximum;
  const somme = mode === 'SOMME' || (mode === 'DERNIERE_VALEUR' && unite !== 'POURCENTAGE');
  if (somme || c.prevuSomme === null) return c.prevuSomme;
  return c.previsions ? arrondir(c.prevuSomme / c.previsions) : null;
}

const A_PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
/** Characters of a print that are enough to tell two apart on paper. */
const DEBUT_EMPREINTE = 8;

/** « 12/11/2026 à 14:05 », in Paris. */
export function instantFige(figeLe: string): string {
  const p = Object.fromEntries(A_PARIS.formatToParts(new Date(figeLe)).map(({ type, value }) => [type, value]));
  return `${p['day']}/${p['month']}/${p['year']} à ${p['hour']}:${p['minute']}`;
}

/** How a document says what its figures rest on: « Situation du T3 2026 figée le 12/11/2026 à 14:05, empreinte 3f2a09bc… ». */
export function citationEtatFige({
  figeLe,
  empreinte,
  ...trimestre
}: Trimestre & { figeLe: string; empreinte: string }): string {
  return `Situation du ${libelleCourtTrimestre(trimestre)} figée le ${instantFige(figeLe)}, empreinte ${empreinte.slice(0, DEBUT_EMPREINTE)}…`;
}
