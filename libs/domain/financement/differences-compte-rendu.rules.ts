import { ecrireEuros } from '../commun/montant';
import { comparerMots, type Morceau } from '../commun/mots.rules';
import type { ContenuCompteRenduFinancier } from './compte-rendu-financier.contract';
import { COMPTES_CERFA } from './compte-rendu-financier.rules';

/** What two versions of a compte rendu say otherwise: a text word by word, an amount before and after. */
export interface DifferenceCompteRendu {
  titre: string;
  mots: Morceau[];
}

const TEXTES = {
  miseEnOeuvre: 'Mise en œuvre de l’action',
  beneficiaires: 'Nombre de bénéficiaires',
  lieux: 'Dates et lieux',
  objectifs: 'Objectifs atteints au regard des indicateurs',
  repartition: 'Règles de répartition des charges indirectes',
  ecarts: 'Écarts significatifs entre le prévu et le réalisé',
} as const;
const CLES_TEXTES = Object.keys(TEXTES) as (keyof typeof TEXTES)[];
const CLES_MONTANTS = { prevu: 'prévu', realise: 'réalisé' } as const;

/** R15: in the order of the form, nothing for what is the same. */
export function differencesCompteRendu(
  avant: ContenuCompteRenduFinancier,
  apres: ContenuCompteRenduFinancier,
): DifferenceCompteRendu[] {
  const dits = CLES_TEXTES.map((cle) => ({ titre: TEXTES[cle], mots: mots(texte(avant[cle]), texte(apres[cle])) }));
  const montants = COMPTES_CERFA.flatMap(({ code, libelle }) =>
    (Object.keys(CLES_MONTANTS) as (keyof typeof CLES_MONTANTS)[]).map((cle) => ({
      titre: `${code} – ${libelle}, ${CLES_MONTANTS[cle]}`,
      mots: entiers(montant(avant, code, cle), montant(apres, code, cle)),
    })),
  );
  const [qualitatif, annexe] = [dits.slice(0, 4), dits.slice(4)];
  return [...qualitatif, ...montants, ...annexe].filter((d) => d.mots.length > 0);
}

const texte = (valeur: string | number | null | undefined): string => String(valeur ?? '').trim();
const mots = (avant: string, apres: string): Morceau[] => (avant === apres ? [] : comparerMots(avant, apres));

/** Figures are read whole: « 1 000,00 € » then « 1 200,00 € ». */
function entiers(avant: number, apres: number): Morceau[] {
  if (avant === apres) return [];
  return [
    { texte: ecrireEuros(avant), genre: 'RETIRE' },
    { texte: ' ', genre: 'GARDE' },
    { texte: ecrireEuros(apres), genre: 'AJOUTE' },
  ];
}

function montant({ lignes }: ContenuCompteRenduFinancier, code: string, cle: keyof typeof CLES_MONTANTS): number {
  return lignes.find(({ compte }) => compte === code)?.[cle] ?? 0;
}
