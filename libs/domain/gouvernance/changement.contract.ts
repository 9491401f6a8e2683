import { Choix, DateJour, Entier, Identifiant, Montant, Nombre } from '../commun/champs';
import type { EtatFiche } from '../actions/fiche-action.rules';

/** What a decision may change in the programme. */
export const GENRES_CHANGEMENT = ['DATE_ETAPE', 'CIBLE', 'ETAT_ACTION', 'MONTANT'] as const;
export type GenreChangement = (typeof GENRES_CHANGEMENT)[number];
export const LIBELLES_CHANGEMENTS: Record<GenreChangement, string> = {
  DATE_ETAPE: 'Une date du calendrier',
  CIBLE: 'La cible d’un indicateur',
  ETAT_ACTION: 'L’état d’une action',
  MONTANT: 'Le montant d’un engagement',
};
/** States to which a decision may take an action. */
export const ETATS_DECIDABLES = [
  'VALIDEE',
  'EN_COURS',
  'TERMINEE',
  'ABANDONNEE',
] as const satisfies readonly EtatFiche[];

/** A change that a decision carries; it is applied when the minutes are approved. */
export class ChangementSaisi {
  @Choix(GENRES_CHANGEMENT, { libelle: 'Changement', requis: true }) genre!: GenreChangement;
  /** Step of T1, indicator, fiche-action or engagement. */
  @Identifiant({ libelle: 'Objet du changement', requis: true }) objetId!: string;
  @DateJour({ libelle: 'Nouveau début' }) debut?: string | null;
  @DateJour({ libelle: 'Nouvelle fin' }) fin?: string | null;
  @Entier({ libelle: 'Année', min: 2000, max: 2100 }) annee?: number | null;
  /** 1 to 4; 0 for the whole year. */
  @Entier({ libelle: 'Trimestre', max: 4 }) trimestre?: number | null;
  @Nombre({ libelle: 'Nouvelle cible' }) valeur?: number | null;
  /** Cents. */
  @Montant({ libelle: 'Nouveau montant' }) montant?: number | null;
  @Choix(ETATS_DECIDABLES, { libelle: 'Nouvel état' }) vers?: (typeof ETATS_DECIDABLES)[number] | null;
}

/** A change as it is kept: what was named, and how it stood when it was decided. */
export type Changement = {
  objetId: string;
  /** Name of the step, indicator, action or engagement when it was decided. */
  nom: string;
} & (
  | {
      genre: 'DATE_ETAPE';
      debut: string | null;
      fin: string | null;
      avant: { debut: string | null; fin: string | null };
    }
  | { genre: 'CIBLE'; annee: number; trimestre: number; valeur: number; avant: number | null; unite: string }
  | { genre: 'ETAT_ACTION'; vers: EtatFiche; avant: EtatFiche }
  /** Cents. */
  | { genre: 'MONTANT'; montant: number; avant: number }
);
