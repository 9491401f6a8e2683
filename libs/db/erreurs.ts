import type { ErreurChamp } from '@coopilote/domain/commun';

/** An error that leaves the API as problem details: stable code, HTTP status, French sentence, fields. */
export class ErreurMetier extends Error {
  constructor(
    readonly code: string,
    readonly statut: number,
    message: string,
    readonly erreurs: ErreurChamp[] = [],
    /** With a stale version: the row as it stands now. */
    readonly actuel?: unknown,
  ) {
    super(message);
  }
}

/** Not there, or not for this reader: both answer the same, so that nothing can be guessed. */
export class Introuvable extends ErreurMetier {
  constructor(quoi = 'Cette page') {
    super('INTROUVABLE', 404, `${quoi} est introuvable, ou ne vous est pas accessible.`);
  }
}

/** The reader sees the thing but may not do this to it. */
export class Interdit extends ErreurMetier {
  constructor(message = 'Votre rôle ne permet pas cette action.') {
    super('INTERDIT', 403, message);
  }
}

/** Somebody changed the row since it was read; `actuel` is the row as it stands. */
export class VersionPerimee extends ErreurMetier {
  constructor(actuel: unknown) {
    super(
      'VERSION_PERIMEE',
      409,
      'Quelqu’un a modifié cette fiche entre-temps : comparez les deux versions, rien n’est perdu.',
      [],
      actuel,
    );
  }
}

/** What was sent is understood but wrong: one line a field. */
export class SaisieInvalide extends ErreurMetier {
  constructor(erreurs: ErreurChamp[], message = 'Certains champs sont à revoir.') {
    super('SAISIE_INVALIDE', 422, message, erreurs);
  }
}

/** The act is not possible in the thing's present state. */
export class EtatIncompatible extends ErreurMetier {
  constructor(message: string) {
    super('ETAT_INCOMPATIBLE', 409, message);
  }
}
