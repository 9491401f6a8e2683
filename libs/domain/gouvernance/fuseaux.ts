import { Temporal } from 'temporal-polyfill';

/** Time zones of metropolitan and overseas France: whoever proposes a meeting does so on their own clock. */
export const FUSEAUX = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
] as const;
export const FUSEAU_METROPOLE = 'Europe/Paris';
export const LIBELLES_FUSEAUX: Record<(typeof FUSEAUX)[number], string> = {
  'Europe/Paris': 'heure de Paris',
  'America/Guadeloupe': 'heure de la Guadeloupe',
  'America/Martinique': 'heure de la Martinique',
  'America/Cayenne': 'heure de la Guyane',
  'America/Miquelon': 'heure de Saint-Pierre-et-Miquelon',
  'Indian/Reunion': 'heure de La Réunion',
  'Indian/Mayotte': 'heure de Mayotte',
  'Pacific/Noumea': 'heure de la Nouvelle-Calédonie',
  'Pacific/Tahiti': 'heure de Tahiti',
  'Pacific/Wallis': 'heure de Wallis-et-Futuna',
};

const FUSEAUX_DES_DEPARTEMENTS: Readonly<Record<string, (typeof FUSEAUX)[number]>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};
/** Time zone in which a département's meetings are first proposed. */
export function fuseauDuDepartement(code: string): (typeof FUSEAUX)[number] {
  return FUSEAUX_DES_DEPARTEMENTS[code] ?? FUSEAU_METROPOLE;
}

/**
 * Instant of a wall clock reading « 2026-10-25T14:00 » in a time zone.
 * @returns null when the reading exists on no calendar, or in the hour that the change to summer time skips.
 */
export function instantDe(local: string, fuseau: string): Date | null {
  try {
    const heure = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    // The hour that autumn repeats is taken the first time; the one that spring skips belongs to no clock.
    const zonee = heure.toZonedDateTime(fuseau, { disambiguation: 'earlier' });
    if (!zonee.toPlainDateTime().equals(heure)) return null;
    return new Date(zonee.epochMilliseconds);
  } catch (erreur) {
    if (erreur instanceof RangeError) return null;
    throw erreur;
  }
}

/** Wall clock of an instant in a time zone, « 2026-10-25T14:00 ». */
export function heureLocale(instant: Date, fuseau: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(fuseau)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

const formats = new Map<string, Intl.DateTimeFormat>();
function format(fuseau: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const cle = fuseau + JSON.stringify(options);
  let f = formats.get(cle);
  if (!f) formats.set(cle, (f = new Intl.DateTimeFormat('fr-FR', { timeZone: fuseau, ...options })));
  return f;
}

/** « mardi 24 novembre 2026 ». */
export function jourDit(instant: Date, fuseau: string = FUSEAU_METROPOLE): string {
  return format(fuseau, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(instant);
}

/** « 14 h 30 » ; « 14 h » on the hour. */
export function heureDite(instant: Date, fuseau: string = FUSEAU_METROPOLE): string {
  const [heures = '', minutes = ''] = heureLocale(instant, fuseau).slice(11).split(':');
  return `${Number(heures)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}

/**
 * « mardi 24 novembre 2026, de 14 h à 16 h 30 (heure de Paris) ». The time zone is said whenever it is not Paris's, and
 * Paris's own hours then follow: who reads it may sit elsewhere.
 */
export function momentDit(debut: Date, fin: Date, fuseau: string): string {
  const dit = (zone: string): string =>
    `${jourDit(debut, zone)}, de ${heureDite(debut, zone)} à ${heureDite(fin, zone)}`;
  if (fuseau === FUSEAU_METROPOLE) return dit(fuseau);
  const nom = (LIBELLES_FUSEAUX as Record<string, string>)[fuseau] ?? fuseau;
  const memeJour = jourDit(debut, fuseau) === jourDit(debut);
  const aParis = memeJour ? `${heureDite(debut)} à ${heureDite(fin)}` : dit(FUSEAU_METROPOLE);
  return `${dit(fuseau)} (${nom}\u00a0; ${aParis}, heure de Paris)`;
}
