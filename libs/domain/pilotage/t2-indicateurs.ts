import type { Colonne } from './colonne';

const INDICATEURS = 'Indicateurs';

/** T2, suivi général des indicateurs retenus et résultats attendus, for the copil (guide, fiche 5). */
export const COLONNES_T2 = [
  { cle: 'intitule', entete: 'Intitulés des actions', genre: 'texte', fige: true },
  {
    cle: 'processus',
    entete: 'Indicateurs de processus',
    court: 'De processus',
    genre: 'indicateurs',
    groupe: INDICATEURS,
  },
  { cle: 'activite', entete: 'Indicateurs d’activité', court: 'D’activité', genre: 'indicateurs', groupe: INDICATEURS },
  {
    cle: 'resultat',
    entete: 'Indicateurs de résultats',
    court: 'De résultats',
    genre: 'indicateurs',
    groupe: INDICATEURS,
  },
  { cle: 'resultatsAttendus', entete: 'Résultats attendus', genre: 'long' },
  { cle: 'sources', entete: 'Sources et méthodes à mobiliser', genre: 'long' },
] as const satisfies readonly Colonne[];
