import type { Colonne } from './colonne';

/** T5, the table of one action in the convention's article 2 (guide, fiche 4): its rows, in order. */
export const COLONNES_T5 = [
  { cle: 'identification', entete: 'Identification de l’action et promoteur référent', genre: 'texte' },
  { cle: 'contenu', entete: 'Contenu de l’action', genre: 'long' },
  { cle: 'calendrier', entete: 'Calendrier prévisionnel', genre: 'long' },
  { cle: 'modes', entete: 'Modes d’intervention', genre: 'liste' },
  { cle: 'publics', entete: 'Public cible', genre: 'liste' },
  { cle: 'lieux', entete: 'Lieux précis de réalisation de l’action', genre: 'long' },
  { cle: 'moyensHumains', entete: 'Moyens humains mobilisés par l’action (ETP)', genre: 'texte' },
] as const satisfies readonly Colonne[];
