import { ajouterJours, joursEntre } from '@coopilote/domain/commun/dates';
import { formatDateLongue } from '@coopilote/ui/format/format';

/** « avant le vendredi 16 octobre »: the deadline is the last day on which a report is on time. */
export function avantLe(echeance: string, aujourdhui: string): string {
  const lendemain = ajouterJours(echeance, 1);
  const loin = Math.abs(joursEntre(aujourdhui, lendemain)) > 300;
  return `avant le ${formatDateLongue(lendemain, loin)}`;
}

/** « 2ᵉ trimestre » shortened as people say it: « T2 », with the year when it is not that of the report. */
export function nomCourt(periode: { annee: number; trimestre: number }, annee: number): string {
  return periode.annee === annee ? `T${periode.trimestre}` : `T${periode.trimestre}\u00a0${periode.annee}`;
}
