import { ajouterMois, joursDuMois, type Jour } from '@coopilote/domain/commun';
import { PHASES } from '@coopilote/domain/cooperatives';
import type { EtapeLue } from '@coopilote/domain/pilotage';

/** Months that T1 shows at most. */
export const MOIS_MAX = 36;
/** Months kept before the present one when the whole span does not fit. */
const MOIS_PASSES = 12;

interface Dates {
  debut?: Jour | null;
  fin?: Jour | null;
}

const rangMois = (jour: Jour): number => Number(jour.slice(0, 4)) * 12 + Number(jour.slice(5, 7)) - 1;

/**
 * First and last day of the months of T1: the span of the steps, or the CA's own dates when none has a date (a year when
 * the CA has no end). A span of more than 36 months is cut to 36 around the present month.
 */
export function periodeT1(
  etapes: readonly Dates[],
  ca: { debut: Jour; fin: Jour | null },
  aujourdhui: Jour,
): [Jour, Jour] {
  const jours = etapes.flatMap((e) => [e.debut, e.fin]).filter((j): j is Jour => !!j);
  const bornes = jours.length ? jours : [ca.debut, ca.fin ?? ajouterMois(ca.debut, 11)];
  const premier = `${bornes.reduce((a, b) => (a < b ? a : b)).slice(0, 7)}-01`;
  const dernier = bornes.reduce((a, b) => (a > b ? a : b));
  const mois = rangMois(dernier) - rangMois(premier) + 1;
  if (mois <= MOIS_MAX) return [premier, dernier];
  const pas = Math.max(0, Math.min(rangMois(aujourdhui) - MOIS_PASSES - rangMois(premier), mois - MOIS_MAX));
  const debut = ajouterMois(premier, pas);
  const fin = ajouterMois(debut, MOIS_MAX - 1);
  return [debut, `${fin.slice(0, 7)}-${joursDuMois(Number(fin.slice(0, 4)), Number(fin.slice(5, 7)))}`];
}

/** Order of T1: by phase, the phase before its tasks, then as arranged, then by date. */
export function comparerEtapes(a: EtapeLue, b: EtapeLue): number {
  return (
    PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) ||
    a.genre.localeCompare(b.genre) ||
    (a.ordre ?? 0) - (b.ordre ?? 0) ||
    (a.debut ?? '').localeCompare(b.debut ?? '') ||
    a.intitule.localeCompare(b.intitule, 'fr')
  );
}
