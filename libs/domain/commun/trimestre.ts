import { ajouterJours, ajouterMois, type Jour } from './dates';

/** A calendar quarter (R18). */
export interface Trimestre {
  annee: number;
  /** 1 to 4. */
  trimestre: number;
}

/** Days left to send a report once its quarter has ended. */
export const DELAI_BILAN_JOURS = 15;

/** Quarters whose reports may still be opened when an action is validated, or arrives, late: three years. */
export const TRIMESTRES_OUVERTS = 12;

/** Quarter that holds a day. */
export function trimestreDe(jour: Jour): Trimestre {
  return { annee: Number(jour.slice(0, 4)), trimestre: Math.ceil(Number(jour.slice(5, 7)) / 3) };
}

/** Rank of a quarter on one line of time: consecutive quarters have consecutive ranks. */
export function rangTrimestre(t: Trimestre): number {
  return t.annee * 4 + (t.trimestre - 1);
}

/** Quarter at a rank. */
export function trimestreAuRang(rang: number): Trimestre {
  return { annee: Math.floor(rang / 4), trimestre: (rang % 4) + 1 };
}

/** Quarter `pas` quarters later (earlier when negative). */
export function decalerTrimestre(t: Trimestre, pas: number): Trimestre {
  return trimestreAuRang(rangTrimestre(t) + pas);
}

/** First day of a quarter. */
export function debutTrimestre(t: Trimestre): Jour {
  return `${t.annee}-${String((t.trimestre - 1) * 3 + 1).padStart(2, '0')}-01`;
}

/** Last day of a quarter. */
export function finTrimestre(t: Trimestre): Jour {
  return ajouterJours(ajouterMois(debutTrimestre(t), 3), -1);
}

/** Day before the end of which the report of a quarter is due to the ARS (convention, article 4.3). */
export function echeanceBilan(t: Trimestre): Jour {
  return ajouterJours(finTrimestre(t), DELAI_BILAN_JOURS);
}

/** True when a calendar from `debut` to `fin` touches the quarter (R9: an action active in the quarter owes a report). */
export function estActifAuTrimestre(debut: Jour, fin: Jour | null, t: Trimestre): boolean {
  return debut <= finTrimestre(t) && (fin === null || fin >= debutTrimestre(t));
}

/** Quarters from `premier` to `dernier`, both included. */
export function trimestresEntre(premier: Trimestre, dernier: Trimestre): Trimestre[] {
  const nombre = rangTrimestre(dernier) - rangTrimestre(premier) + 1;
  return Array.from({ length: Math.max(0, nombre) }, (_, i) => decalerTrimestre(premier, i));
}

/** « T3 2026 ». */
export function libelleCourtTrimestre(t: Trimestre): string {
  return `T${t.trimestre} ${t.annee}`;
}

/** « 3ᵉ trimestre 2026 ». */
export function libelleTrimestre(t: Trimestre): string {
  return `${t.trimestre === 1 ? '1ᵉʳ' : `${t.trimestre}ᵉ`} trimestre ${t.annee}`;
}

/** Reads « 2026-T3 », the form used in addresses; null when it is something else. */
export function lireTrimestre(texte: string): Trimestre | null {
  const parts = /^(20\d{2})-T([1-4])$/.exec(texte);
  return parts ? { annee: Number(parts[1]), trimestre: Number(parts[2]) } : null;
}

/** Writes « 2026-T3 ». */
export function ecrireTrimestre(t: Trimestre): string {
  return `${t.annee}-T${t.trimestre}`;
}
