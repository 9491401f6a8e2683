import type { Jour } from '@coopilote/domain/commun';

const JOUR = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** « mardi 14 avril 2026 »; the first of a month is « 1er ». */
function jourDe(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('fr-FR', { ...JOUR, timeZone }).format(instant).replace(/\b1 /, '1er ');
}

/** « 14 h », « 14 h 05 ». */
function heureDe(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('fr-FR', {
    hour: 'numeric',
    minute: '2-digit',
    hour12: false,
    timeZone,
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  const minutes = part('minute');
  return `${Number(part('hour'))}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}

/** « mardi 14 avril 2026, de 14 h à 16 h 30 », in the time zone, which is named when it is not that of Paris. */
export function formatMoment(debut: Date, fin: Date | null, fuseau: string): string {
  const lieu = fuseau === 'Europe/Paris' ? '' : ` (${nomDe(fuseau, debut)})`;
  const jour = jourDe(debut, fuseau);
  if (!fin) return `${jour}, à ${heureDe(debut, fuseau)}${lieu}`;
  const jourFin = jourDe(fin, fuseau);
  return jour === jourFin
    ? `${jour}, de ${heureDe(debut, fuseau)} à ${heureDe(fin, fuseau)}${lieu}`
    : `du ${jour}, ${heureDe(debut, fuseau)}, au ${jourFin}, ${heureDe(fin, fuseau)}${lieu}`;
}

function nomDe(fuseau: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('fr-FR', { timeZone: fuseau, timeZoneName: 'longGeneric' }).formatToParts(
    instant,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? fuseau;
}

/** « mardi 14 avril 2026 » for a day. */
export const formatJour = (jour: Jour): string => jourDe(new Date(`${jour}T12:00:00Z`), 'UTC');

/** « 14 avril 2026 », as a legal text dates itself. */
export const formatDate = (jour: Jour): string => formatJour(jour).replace(/^\S+ /, '');
