/** U+202F: the thin no-break space that French typography puts between thousands and before « % ». */
const FINE = '\u202f';
/** U+00A0: the no-break space before « € » and the double punctuation. */
const INSECABLE = '\u00a0';
const ABSENT = '–';

/** What a display function accepts for a missing figure. */
export type Absent = null | undefined;

/**
 * Writes a number the French way: « 1 234,5 », with U+202F between thousands.
 * @param decimales exact number of decimals; by default up to two, without trailing zeros.
 * @returns « – » when there is no value.
 */
export function formatNombre(valeur: number | Absent, decimales?: number): string {
  if (valeur == null || Number.isNaN(valeur)) return ABSENT;
  return new Intl.NumberFormat('fr-FR', {
    minimumFractionDigits: decimales ?? 0,
    maximumFractionDigits: decimales ?? 2,
  })
    .format(valeur || 0)
    .replace(/[\s\u00a0]/g, FINE)
    .replace('-', '−');
}

/**
 * Writes an amount « 12 345,67 € ».
 * @param centimes amount in cents (R18).
 */
export function formatEuros(centimes: number | Absent): string {
  return centimes == null ? ABSENT : `${formatNombre(centimes / 100, 2)}${INSECABLE}€`;
}

/**
 * Writes a share « 94 % ».
 * @param part ratio, 1 for 100 %.
 */
export function formatPourcent(part: number | Absent, decimales = 0): string {
  return part == null || !Number.isFinite(part) ? ABSENT : `${formatNombre(part * 100, decimales)}${FINE}%`;
}

/**
 * Writes a day « 22/11/2026 ».
 * @param jour 'YYYY-MM-DD', or an ISO instant, which is then read in Europe/Paris (R18).
 */
export function formatDateJour(jour: string | Absent): string {
  return formatDate(jour, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** Writes a day with its name, where a meeting is meant: « mardi 24 novembre » ; the year is added with `avecAnnee`. */
export function formatDateLongue(jour: string | Absent, avecAnnee = false): string {
  const texte = formatDate(jour, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(avecAnnee && { year: 'numeric' }),
  });
  return texte.replace(/(^|\s)1 /, '$11ᵉʳ ');
}

/** Writes an instant's time in Europe/Paris: « 14 h 02 ». */
export function formatHeure(instant: string | Absent): string {
  if (!instant) return ABSENT;
  const texte = new Intl.DateTimeFormat('fr-FR', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  }).format(new Date(instant));
  return texte.replace(':', `${INSECABLE}h${INSECABLE}`);
}

function formatDate(jour: string | Absent, options: Intl.DateTimeFormatOptions): string {
  if (!jour) return ABSENT;
  const dateSeule = /^\d{4}-\d{2}-\d{2}$/.test(jour);
  const date = new Date(dateSeule ? `${jour}T00:00:00Z` : jour);
  if (Number.isNaN(date.getTime())) return jour;
  return new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: dateSeule ? 'UTC' : 'Europe/Paris' }).format(date);
}

/** A calendar quarter (R18). */
export interface Trimestre {
  annee: number;
  trimestre: number;
}

/** Writes a quarter: « T3 2026 », or « 3ᵉ trimestre 2026 » when `long`. */
export function formatTrimestre(periode: Trimestre | Absent, long = false): string {
  if (!periode) return ABSENT;
  if (!long) return `T${periode.trimestre}${INSECABLE}${periode.annee}`;
  return `${periode.trimestre}${periode.trimestre === 1 ? 'ᵉʳ' : 'ᵉ'}${INSECABLE}trimestre ${periode.annee}`;
}

/** Writes a count with its noun: `compter(2, 'bilan')` → « 2 bilans » ; 0 and 1 are singular in French. */
export function compter(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${formatNombre(nombre)}${INSECABLE}${Math.abs(nombre) < 2 ? singulier : pluriel}`;
}

/**
 * Reads a number typed in French: « 1 234,5 », « 1234.5 », « - 3 ».
 * @returns the number, null for an empty text, undefined when the text is not a number.
 */
export function lireNombre(texte: string): number | null | undefined {
  const compact = texte.replace(/[\s\u00a0\u202f]/g, '').replace(/[−–]/g, '-');
  if (compact === '') return null;
  // « 1.234,5 » : a point before a comma can only be a thousands mark.
  const normal = compact.includes(',') ? compact.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.') : compact;
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(normal) ? Number(normal) : undefined;
}

/** Lower case without accents, to compare what a person types with a label. */
export function sansAccent(texte: string): string {
  return texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
