import type { Avertissement } from '../cooperatives/avertissements.rules';
import type { ContenuCompteRenduFinancier, LigneCompte } from './compte-rendu-financier.contract';
import { NATURES, type NatureFinancement } from './natures';

interface Compte {
  code: string;
  libelle: string;
  cote: 'CHARGE' | 'PRODUIT';
  /** Contributions volontaires en nature stand apart, under the totals. */
  volontaire?: true;
}

/** Lines of the « compte rendu financier de subvention » (Cerfa nº 15059): accounts of the plan comptable associatif. */
export const COMPTES_CERFA = [
  { code: '60', libelle: 'Achats', cote: 'CHARGE' },
  { code: '61', libelle: 'Services extérieurs', cote: 'CHARGE' },
  { code: '62', libelle: 'Autres services extérieurs', cote: 'CHARGE' },
  { code: '63', libelle: 'Impôts et taxes', cote: 'CHARGE' },
  { code: '64', libelle: 'Charges de personnel', cote: 'CHARGE' },
  { code: '65', libelle: 'Autres charges de gestion courante', cote: 'CHARGE' },
  { code: '66', libelle: 'Charges financières', cote: 'CHARGE' },
  { code: '67', libelle: 'Charges exceptionnelles', cote: 'CHARGE' },
  { code: '68', libelle: 'Dotations aux amortissements, provisions et engagements', cote: 'CHARGE' },
  { code: '86', libelle: 'Emplois des contributions volontaires en nature', cote: 'CHARGE', volontaire: true },
  { code: '70', libelle: 'Vente de produits finis, de marchandises, prestations de services', cote: 'PRODUIT' },
  { code: '73', libelle: 'Dotations et produits de tarification', cote: 'PRODUIT' },
  { code: '74', libelle: 'Subventions d’exploitation', cote: 'PRODUIT' },
  { code: '75', libelle: 'Autres produits de gestion courante', cote: 'PRODUIT' },
  { code: '76', libelle: 'Produits financiers', cote: 'PRODUIT' },
  { code: '77', libelle: 'Produits exceptionnels', cote: 'PRODUIT' },
  { code: '78', libelle: 'Reprises sur amortissements, provisions et engagements', cote: 'PRODUIT' },
  { code: '79', libelle: 'Transfert de charges', cote: 'PRODUIT' },
  { code: '87', libelle: 'Contributions volontaires en nature', cote: 'PRODUIT', volontaire: true },
] as const satisfies readonly Compte[];
export type CodeCompte = (typeof COMPTES_CERFA)[number]['code'];
export const CODES_COMPTES: readonly string[] = COMPTES_CERFA.map(({ code }) => code);

export const ETATS_COMPTE_RENDU_FINANCIER = ['BROUILLON', 'TRANSMIS', 'A_COMPLETER'] as const;
export type EtatCompteRenduFinancier = (typeof ETATS_COMPTE_RENDU_FINANCIER)[number];
export const LIBELLES_ETATS_COMPTE_RENDU_FINANCIER: Record<EtatCompteRenduFinancier, string> = {
  BROUILLON: 'brouillon',
  TRANSMIS: 'transmis',
  A_COMPLETER: 'à compléter',
};

/** Account under which a funding is a product of the action; null: a loan or the structure's own means are none. */
export function compteDe(nature: NatureFinancement): CodeCompte | null {
  if (nature === 'PRET_IMPACT' || nature === 'AUTOFINANCEMENT') return null;
  if (nature === 'MARCHE' || nature === 'RESTE_A_CHARGE') return '70';
  return { ARS: '74', PUBLIC: '74', PRIVE: '75', PROPRE: '75', NATURE: '87' }[NATURES[nature].famille] as CodeCompte;
}

/** Lines as they stand before the structure writes: what was engaged, and what of it was paid; the rest at zero. */
export function lignesInitiales(
  engagements: readonly { nature: NatureFinancement; montant: number; recu: number }[],
): LigneCompte[] {
  const somme = (compte: CodeCompte, cle: 'montant' | 'recu'): number =>
    engagements.filter(({ nature }) => compteDe(nature) === compte).reduce((total, e) => total + e[cle], 0);
  return COMPTES_CERFA.map(({ code }) => {
    // What is given in kind is used as it is received.
    const nature = code === '86' || code === '87';
    const compte = nature ? '87' : code;
    return { compte: code, prevu: somme(compte, 'montant'), realise: somme(compte, nature ? 'montant' : 'recu') };
  });
}

export interface Ecart {
  centimes: number;
  /** Share of what was planned; null when nothing was. */
  part: number | null;
}
export function ecartDe({ prevu, realise }: { prevu: number; realise: number }): Ecart {
  return { centimes: realise - prevu, part: prevu === 0 ? null : (realise - prevu) / prevu };
}

/** Sums of one side, voluntary contributions apart. */
export function totalCompte(
  lignes: readonly LigneCompte[],
  cote: 'CHARGE' | 'PRODUIT',
): { prevu: number; realise: number } {
  const comptes = COMPTES_CERFA.filter((c) => c.cote === cote && !('volontaire' in c)).map(
    ({ code }) => code as string,
  );
  const choisies = lignes.filter(({ compte }) => comptes.includes(compte));
  const somme = (cle: 'prevu' | 'realise') => choisies.reduce((total, ligne) => total + ligne[cle], 0);
  return { prevu: somme('prevu'), realise: somme('realise') };
}

const SOURCE = 'Cerfa nº 15059';

/** What a reader of the form would ask: said, never blocking. */
export function avertissementsCompteRendu({ lignes, ecarts }: ContenuCompteRenduFinancier): Avertissement[] {
  const liste: Avertissement[] = [];
  const [charges, produits] = [totalCompte(lignes, 'CHARGE'), totalCompte(lignes, 'PRODUIT')];
  if (charges.prevu !== produits.prevu) {
    const message = 'Le budget prévu n’est pas en équilibre\u00a0: charges et produits prévus diffèrent.';
    liste.push({ code: 'PREVU_DESEQUILIBRE', message, source: SOURCE });
  }
  const [emplois, apports] = ['86', '87'].map((code) => lignes.find(({ compte }) => compte === code)?.realise ?? 0);
  if (emplois !== apports) {
    const message =
      'Les contributions volontaires s’emploient pour leur valeur\u00a0: les comptes 86 et 87 doivent être égaux.';
    liste.push({ code: 'CONTRIBUTIONS', message, source: SOURCE });
  }
  if (charges.prevu !== charges.realise && !ecarts) {
    const message = 'Le réalisé s’écarte du prévu\u00a0: dites pourquoi.';
    liste.push({ code: 'ECARTS_MUETS', message, source: SOURCE });
  }
  return liste;
}
