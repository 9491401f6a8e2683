import { EtatIncompatible, SaisieInvalide, type Reunion } from '@coopilote/db';
import { LIBELLES_ETATS_REUNION } from '@coopilote/domain/gouvernance';

/** One field that is refused. */
export function champ(nom: string, code: string, message: string): SaisieInvalide {
  return new SaisieInvalide([{ champ: nom, code, message }]);
}

export function refusEtat(reunion: Pick<Reunion, 'etat'>): EtatIncompatible {
  return new EtatIncompatible(`La réunion est ${LIBELLES_ETATS_REUNION[reunion.etat]}\u00a0: cela ne s’y change plus.`);
}
