/** `GET /api/travaux`: what the application does by itself, and how it went. */
export interface TravailLu {
  nom: string;
  libelle: string;
  /** Jobs to do, those put off included. */
  enAttente: number;
  dernierSucces: string | null;
  /** Next time it comes back by itself; null when it is only asked for. */
  prochain: string | null;
  /** Jobs that were given up in the last thirty days, and the last of them. */
  echecs: number;
  dernierEchec: string | null;
  /** Number of the last failed job, under which the journal tells why. */
  reference: string | null;
}
