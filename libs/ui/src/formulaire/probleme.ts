/** One refused field, as the API names it: `champ` is a path such as `previsions.0.valeur`. */
export interface ErreurDeChamp {
  champ: string;
  message: string;
  code?: string;
}

/**
 * A refusal of the API (RFC 9457) or of the network, in a sentence that can be shown.
 * It extends Error so that `httpResource().error()` hands it over unchanged.
 */
export class Probleme extends Error {
  /** HTTP status; 0 when the server could not be reached. */
  readonly statut: number;
  /** Stable code of the refusal, `RESEAU` when the server could not be reached. */
  readonly code: string;
  /** Identifier to quote to the support; empty when the API gave none. */
  readonly correlation: string;
  readonly erreurs: readonly ErreurDeChamp[];
  /** The whole answer: a 409 carries both versions there. */
  readonly corps: Readonly<Record<string, unknown>>;

  constructor(init: {
    statut: number;
    code: string;
    detail: string;
    correlation?: string;
    erreurs?: readonly ErreurDeChamp[];
    corps?: Readonly<Record<string, unknown>>;
  }) {
    super(init.detail);
    this.name = 'Probleme';
    this.statut = init.statut;
    this.code = init.code;
    this.correlation = init.correlation ?? '';
    this.erreurs = init.erreurs ?? [];
    this.corps = init.corps ?? {};
  }

  get horsLigne(): boolean {
    return this.statut === 0;
  }
}

/** Makes a `Probleme` of anything that was thrown; what is not one becomes an unexpected failure, without its internals. */
export function versProbleme(erreur: unknown): Probleme {
  if (erreur instanceof Probleme) return erreur;
  if (erreur instanceof Error && erreur.cause instanceof Probleme) return erreur.cause;
  return new Probleme({
    statut: -1,
    code: 'INATTENDU',
    detail: 'Une erreur inattendue s’est produite. Réessayez ; si elle revient, signalez-la à votre référent.',
  });
}
