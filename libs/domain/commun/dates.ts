/** A day, 'YYYY-MM-DD', in Europe/Paris (R18). */
export type Jour = string;

const FORME = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists in the calendar, between 1900 and 2100. */
export function estDateJour(valeur: unknown): valeur is Jour {
  const parts = typeof valeur === 'string' ? FORME.exec(valeur) : null;
  if (!parts) return false;
  const [annee, mois, jour] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return annee >= 1900 && annee <= 2100 && mois >= 1 && mois <= 12 && jour >= 1 && jour <= joursDuMois(annee, mois);
}

/** Number of days of a month (1–12). */
export function joursDuMois(annee: number, mois: number): number {
  return new Date(Date.UTC(annee, mois, 0)).getUTCDate();
}

function decouper(jour: Jour): [number, number, number] {
  const parts = FORME.exec(jour);
  if (!parts) throw new RangeError(`«\u00a0${jour}\u00a0» n’est pas un jour AAAA-MM-JJ`);
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

function assembler(annee: number, mois: number, jour: number): Jour {
  return `${String(annee).padStart(4, '0')}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`;
}

/** Adds calendar months: 31 January + 1 month = last day of February (R18). */
export function ajouterMois(jour: Jour, mois: number): Jour {
  const [annee, m, j] = decouper(jour);
  const rang = annee * 12 + (m - 1) + mois;
  const a = Math.floor(rang / 12);
  const cible = (((rang % 12) + 12) % 12) + 1;
  return assembler(a, cible, Math.min(j, joursDuMois(a, cible)));
}

/** Adds days. */
export function ajouterJours(jour: Jour, jours: number): Jour {
  const [annee, m, j] = decouper(jour);
  return new Date(Date.UTC(annee, m - 1, j + jours)).toISOString().slice(0, 10);
}

/** Number of days from `debut` to `fin` (negative when `fin` comes first). */
export function joursEntre(debut: Jour, fin: Jour): number {
  const enJours = (d: Jour) => Date.UTC(decouper(d)[0], decouper(d)[1] - 1, decouper(d)[2]) / 86_400_000;
  return enJours(fin) - enJours(debut);
}

const PARIS = new Intl.DateTimeFormat('fr-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Day in Paris at an instant. */
export function jourAParis(instant: Date): Jour {
  return PARIS.format(instant);
}

/** Day in figures: « 15/03/2026 ». */
export const jourEnChiffres = (jour: Jour): string => jour.split('-').reverse().join('/');

const EN_LETTRES = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** « jeudi 15 octobre 2026 », « jeudi 1er octobre 2026 ». */
export function jourEnLettres(jour: Jour): string {
  return EN_LETTRES.format(new Date(`${jour}T00:00:00Z`)).replace(/\b1 /, '1er ');
}
