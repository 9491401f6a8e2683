import { ecrireEuros, jourAParis } from '@coopilote/domain/commun';
import {
  COMPTES_CERFA,
  ecartDe,
  totalCompte,
  type ContenuCompteRenduFinancier,
  type LigneCompte,
} from '@coopilote/domain/financement';
import { formatJour } from '../dates';
import type { Bloc, Ouvrage } from '../modele';

/** A compte rendu financier, and what it is about. */
export interface CompteRenduFinancierEcrit extends ContenuCompteRenduFinancier {
  cooperative: string;
  structure: string;
  action: string | null;
  annee: number;
  /** Instant, ISO 8601. */
  transmisLe: string | null;
  demonstration: boolean;
}

/** One line of the table, whatever draws it; `cote` starts a part. */
export interface RangeeCompte {
  genre: 'COTE' | 'COMPTE' | 'TOTAL';
  libelle: string;
  prevu: number;
  realise: number;
}

const COTES = { CHARGE: 'Charges', PRODUIT: 'Produits' } as const;

/** The table of the Cerfa: charges then products, each with its total, voluntary contributions under it. */
export function rangeesCompte(lignes: readonly LigneCompte[]): RangeeCompte[] {
  return (['CHARGE', 'PRODUIT'] as const).flatMap((cote) => {
    const comptes = COMPTES_CERFA.filter((c) => c.cote === cote);
    const rangee = ({ code, libelle }: (typeof comptes)[number]): RangeeCompte => {
      const ligne = lignes.find(({ compte }) => compte === code);
      return {
        genre: 'COMPTE',
        libelle: `${code} – ${libelle}`,
        prevu: ligne?.prevu ?? 0,
        realise: ligne?.realise ?? 0,
      };
    };
    return [
      { genre: 'COTE', libelle: COTES[cote], prevu: 0, realise: 0 },
      ...comptes.filter((c) => !('volontaire' in c)).map(rangee),
      { genre: 'TOTAL', libelle: `Total des ${COTES[cote].toLowerCase()}`, ...totalCompte(lignes, cote) },
      ...comptes.filter((c) => 'volontaire' in c).map(rangee),
    ] satisfies RangeeCompte[];
  });
}

/** « −12,5 % »; « – » when nothing was planned. */
export function ecrirePart(part: number | null): string {
  if (part === null) return '–';
  return new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 }).format(part).replace('-', '−');
}

export function composerCompteRenduFinancier(
  cr: CompteRenduFinancierEcrit,
  { maintenant }: { maintenant: Date },
): Ouvrage {
  const dit = (titre: string, texte: string | null | undefined): Bloc[] =>
    texte
      ? [
          { genre: 'TITRE', niveau: 2, texte: titre },
          ...texte.split(/\n+/).map((t): Bloc => ({ genre: 'PHRASE', texte: t })),
        ]
      : [];
  return {
    titre: `Compte rendu financier ${cr.annee}`,
    surtitre: `${cr.cooperative} – ${cr.structure}`,
    faits: [
      { terme: 'Action', valeur: cr.action ?? 'Ensemble du programme' },
      { terme: 'Exercice', valeur: String(cr.annee) },
      {
        terme: 'État',
        valeur: cr.transmisLe
          ? `Transmis le ${formatJour(jourAParis(new Date(cr.transmisLe)))}`
          : 'Brouillon, non transmis',
      },
    ],
    blocs: [
      { genre: 'TITRE', niveau: 1, texte: '1. Bilan qualitatif' },
      ...dit('Mise en œuvre de l’action', cr.miseEnOeuvre),
      ...dit('Nombre de bénéficiaires', cr.beneficiaires == null ? null : String(cr.beneficiaires)),
      ...dit('Dates et lieux', cr.lieux),
      ...dit('Objectifs atteints au regard des indicateurs', cr.objectifs),
      { genre: 'TITRE', niveau: 1, texte: '2. Tableau de synthèse' },
      {
        genre: 'TABLE',
        entetes: ['Compte', 'Prévu', 'Réalisé', 'Écart', 'Écart en %'],
        parts: [7, 3, 3, 3, 2],
        lignes: rangeesCompte(cr.lignes).map((r) =>
          r.genre === 'COTE'
            ? [r.libelle, '', '', '', '']
            : [
                r.libelle,
                ecrireEuros(r.prevu),
                ecrireEuros(r.realise),
                ecrireEuros(ecartDe(r).centimes),
                ecrirePart(ecartDe(r).part),
              ],
        ),
      },
      { genre: 'TITRE', niveau: 1, texte: '3. Données chiffrées\u00a0: annexe' },
      ...dit('Règles de répartition des charges indirectes', cr.repartition),
      ...dit('Écarts significatifs entre le prévu et le réalisé', cr.ecarts),
    ],
    auteur: cr.structure,
    sujet: `Compte rendu financier de subvention (Cerfa nº\u00a015059) – ${cr.cooperative}`,
    bandeau: cr.demonstration ? 'Données de démonstration' : null,
    creeLe: maintenant,
  };
}
