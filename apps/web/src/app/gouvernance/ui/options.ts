import {
  FUSEAUX,
  GENRES_INSTANCE,
  LIBELLES_FUSEAUX,
  LIBELLES_GENRES_INSTANCE,
  LIBELLES_QUALITES,
  QUALITES_MEMBRE,
} from '@coopilote/domain/gouvernance';
import type { Option } from '@coopilote/ui';

export const OPTIONS_GENRES: readonly Option[] = GENRES_INSTANCE.map((genre) => ({
  valeur: genre,
  libelle: LIBELLES_GENRES_INSTANCE[genre],
}));
export const OPTIONS_QUALITES: readonly Option[] = QUALITES_MEMBRE.map((qualite) => ({
  valeur: qualite,
  libelle: LIBELLES_QUALITES[qualite],
}));
export const OPTIONS_FUSEAUX: readonly Option[] = FUSEAUX.map((fuseau) => ({
  valeur: fuseau,
  libelle: LIBELLES_FUSEAUX[fuseau].replace(/^./, (initiale) => initiale.toLocaleUpperCase('fr')),
}));
