import type { Colonne } from './colonne';

const PREVU = 'Ce qui était prévu';
const BILANS = 'Bilans';
const BENEFICIAIRES = 'Bénéficiaires';

/** T6, regional consolidation: every action of every CA as rows. */
export const COLONNES_T6 = [
  { cle: 'departement', entete: 'Département', genre: 'texte', fige: true },
  { cle: 'intitule', entete: 'Action', genre: 'texte', fige: true },
  { cle: 'cooperative', entete: 'Coopérative d’acteurs', genre: 'texte', groupe: PREVU },
  { cle: 'thematiques', entete: 'Thématique', genre: 'texte', groupe: PREVU },
  { cle: 'publics', entete: 'Public', genre: 'texte', groupe: PREVU },
  { cle: 'territoire', entete: 'Territoire', genre: 'texte', groupe: PREVU },
  { cle: 'structure', entete: 'Structure', genre: 'texte', groupe: PREVU },
  { cle: 'etat', entete: 'État', genre: 'etat', groupe: PREVU },
  { cle: 'bilansAttendus', entete: 'Bilans attendus', court: 'Attendus', genre: 'nombre', groupe: BILANS },
  { cle: 'bilansRecus', entete: 'Bilans reçus', court: 'Reçus', genre: 'nombre', groupe: BILANS },
  { cle: 'bilansValides', entete: 'Bilans validés', court: 'Validés', genre: 'nombre', groupe: BILANS },
  { cle: 'bilansEnRetard', entete: 'Bilans en retard', court: 'En retard', genre: 'nombre', groupe: BILANS },
  {
    cle: 'beneficiairesCibles',
    entete: 'Bénéficiaires ciblés',
    court: 'Ciblés',
    genre: 'nombre',
    groupe: BENEFICIAIRES,
  },
  {
    cle: 'beneficiairesBas',
    entete: 'Bénéficiaires touchés, au moins',
    court: 'Au moins',
    genre: 'nombre',
    groupe: BENEFICIAIRES,
  },
  {
    cle: 'beneficiairesHaut',
    entete: 'Bénéficiaires touchés, au plus',
    court: 'Au plus',
    genre: 'nombre',
    groupe: BENEFICIAIRES,
  },
  { cle: 'objectifsAtteints', entete: 'Objectifs cibles atteints', court: 'Objectifs', genre: 'oui' },
] as const satisfies readonly Colonne[];
