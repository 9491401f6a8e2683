import { Choix } from '../commun/champs';
import { CHOIX_MESSAGE, type ChoixMessage, type GenreMessage } from './genres.rules';

/** `GET /api/preferences-messages`: how each kind reaches the person, in the order in which they are shown. */
export interface PreferenceLue {
  genre: GenreMessage;
  choix: ChoixMessage;
}

/** `PUT /api/preferences-messages/:genre`. */
export class PreferenceChoisie {
  @Choix(CHOIX_MESSAGE, { libelle: 'Choix', requis: true }) choix!: ChoixMessage;
}

/** `GET /api/desabonnements/:jeton`: whom the link of a digest speaks of. */
export interface DesabonnementLu {
  courriel: string;
  /** Everything that may be switched off is. */
  fait: boolean;
}
