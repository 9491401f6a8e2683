import { ajouterJours, joursEntre, type Jour } from '../commun/dates';
import { finTrimestre, type Trimestre } from '../commun/trimestre';

export const ETATS_CAMPAGNE = ['OUVERTE', 'CLOSE'] as const;
export type EtatCampagne = (typeof ETATS_CAMPAGNE)[number];
export const LIBELLES_ETATS_CAMPAGNE: Record<EtatCampagne, string> = { OUVERTE: 'ouverte', CLOSE: 'close' };

/** When a person is reminded of the reports that the ARS still waits for. */
export const MOMENTS_RAPPEL = ['OUVERTURE', 'AVANT', 'JOUR', 'APRES'] as const;
export type MomentRappel = (typeof MOMENTS_RAPPEL)[number];

const JOURS_AVANT = 7;
const JOURS_APRES = 7;
/** A moment that could not be said on its day (server stopped, week-end of work) is still said for so long. */
const JOURS_RATTRAPES = 3;

/** The day of each reminder; one that would fall before the quarter has ended is not sent. */
export function joursRappel(t: Trimestre, echeance: Jour): { moment: MomentRappel; le: Jour }[] {
  const fin = finTrimestre(t);
  const jours: { moment: MomentRappel; le: Jour }[] = [
    { moment: 'OUVERTURE', le: ajouterJours(fin, 1) },
    { moment: 'AVANT', le: ajouterJours(echeance, -JOURS_AVANT) },
    { moment: 'JOUR', le: echeance },
    { moment: 'APRES', le: ajouterJours(echeance, JOURS_APRES) },
  ];
  return jours.filter(({ le }) => le > fin);
}

/** The reminder to send on a day: the last one whose day has come, unless it is too old to be said; null for none. */
export function rappelDu(t: Trimestre, echeance: Jour, aujourdhui: Jour): MomentRappel | null {
  const venus = joursRappel(t, echeance).filter(({ le }) => le <= aujourdhui);
  const dernier = venus.reduce<(typeof venus)[number] | null>((a, b) => (a && a.le > b.le ? a : b), null);
  return dernier && joursEntre(dernier.le, aujourdhui) < JOURS_RATTRAPES ? dernier.moment : null;
}

/** Reports of a quarter, counted by state. */
export interface CompteCampagne {
  attendus: number;
  aRemplir: number;
  brouillons: number;
  transmis: number;
  aCompleter: number;
  valides: number;
  enRetard: number;
  /** Sent for the first time by the deadline. */
  aLHeure: number;
}

/** Share of the expected reports that the ARS has, then that reached it in time; null when none was expected. */
export function tauxCampagne({ attendus, transmis, valides, aLHeure }: CompteCampagne): {
  completude: number | null;
  promptitude: number | null;
} {
  if (attendus === 0) return { completude: null, promptitude: null };
  return { completude: (transmis + valides) / attendus, promptitude: aLHeure / attendus };
}
