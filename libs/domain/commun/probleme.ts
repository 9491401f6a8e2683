/** One thing wrong in what was sent: where, and how to mend it. */
export interface ErreurChamp {
  /** Path of the field, e.g. `indicateurs.0.libelle`. */
  champ: string;
  /** Stable code, e.g. `verifie`, `max`. */
  code: string;
  /** French sentence. */
  message: string;
}

/** Problem details (RFC 9457), the form of every error of the API. */
export interface Probleme {
  type: string;
  title: string;
  status: number;
  /** Stable code, e.g. `VERSION_PERIMEE`. */
  code: string;
  /** French sentence for the person: what is wrong and how to mend it. */
  detail: string;
  erreurs?: ErreurChamp[];
  /** Correlation id, also in the logs. */
  correlation: string;
  /** With 409 VERSION_PERIMEE: the row as it stands now. */
  actuel?: unknown;
}
