import { LIBELLES_SUITES_NON_DEPENSE, NATURES, type EngagementLigne } from '@coopilote/domain/financement';
import type { ColonneGrille } from '@coopilote/ui/grille/colonne';

type Colonne = ColonneGrille<EngagementLigne>;

/** Where an engagement is seen whole. */
export function lienEngagement({ cooperativeId, id }: Pick<EngagementLigne, 'cooperativeId' | 'id'>): string {
  return `/cooperatives/${cooperativeId}/financement/${id}`;
}

const euros = (cle: keyof EngagementLigne & string, entete: string): Colonne => ({
  ...{ cle, entete, genre: 'euros', largeur: 125 },
});

/** Engagements of one CA and year. */
export const COLONNES_ENGAGEMENTS: readonly Colonne[] = [
  {
    ...{ cle: 'structure', entete: 'Structure', genre: 'lien', largeur: 200, fige: true, principale: true },
    lien: lienEngagement,
  },
  {
    cle: 'action',
    entete: 'Action',
    genre: 'texte',
    largeur: 240,
    valeur: ({ action }) => action ?? 'Ensemble du programme',
  },
  {
    cle: 'nature',
    entete: 'Nature',
    genre: 'texte',
    largeur: 220,
    valeur: ({ nature }) => NATURES[nature].libelle,
  },
  { cle: 'financeur', entete: 'Financeur', genre: 'texte', largeur: 160, masquee: true },
  euros('montant', 'Engagé'),
  { cle: 'acte', entete: 'Acte signé', genre: 'texte', largeur: 115 },
  euros('verse', 'Versé'),
  euros('solde', 'Reste à verser'),
  euros('nonDepense', 'Non dépensé'),
  {
    ...{ cle: 'suiteNonDepense', entete: 'Suite', genre: 'texte', largeur: 150, masquee: true },
    valeur: ({ suiteNonDepense }) => (suiteNonDepense ? LIBELLES_SUITES_NON_DEPENSE[suiteNonDepense] : null),
  },
];

/** What the API has no order for: figures put together from the payments. */
const SANS_TRI = ['acte', 'verse', 'solde', 'nonDepense', 'suiteNonDepense'];

/** Engagements of a département or a region, sorted by the server. */
export const COLONNES_ENGAGEMENTS_REGION: readonly Colonne[] = [
  {
    ...{ cle: 'structure', entete: 'Structure', genre: 'lien', largeur: 200, fige: true, principale: true },
    lien: lienEngagement,
  },
  { cle: 'cooperative', entete: 'Coopérative', genre: 'texte', largeur: 320 },
  { cle: 'departementCode', entete: 'Département', court: 'Dép.', genre: 'texte', largeur: 80 },
  { cle: 'annee', entete: 'Année', genre: 'texte', largeur: 90 },
  ...COLONNES_ENGAGEMENTS.slice(1).map((colonne) => ({ ...colonne, triable: !SANS_TRI.includes(colonne.cle) })),
];
