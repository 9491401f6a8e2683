/** A kind of job: what is done apart from the request that causes it, or comes back by itself. */
export interface Travail<T extends object = Record<string, never>> {
  /** Name of its queue; it is in the database, and never changes. Letters, digits, « - », « . ». */
  nom: string;
  /** What it does: read by the administrator, and its author in the history. */
  libelle: string;
  /** When it comes back by itself: a cron expression, in the time of Paris. */
  horaire?: string;
  /** Longest time that one may last, in seconds, before it is taken for lost and done again. */
  duree?: number;
  /** Never set: carries the type of what a job is given. Identifiers only: no personal data in the queue. */
  readonly donnees?: T;
}

export const FUSEAU = 'Europe/Paris';

/** A failed job is tried again 1, 2, 4, 8 and 16 minutes later, or up to twice that by chance, then given up. */
export const REPRISES = { retryLimit: 5, retryDelay: 60, retryBackoff: true, retryDelayMax: 3600 } as const;

/** How long a finished job is kept, so that a failure can be seen. */
export const JOURS_GARDES = 30;
