import { ecrireEuros } from '../commun/montant';
import { repartirSelonCles } from './repartition.rules';

/**
 * « Mise à disposition » of staff or means between structures of a CA (Corsican cooperation day, « Coopération
 * conventionnelle »): sharing keys, invoicing at cost, VAT, approval by the boards once the CSE have been consulted.
 */
export const GENRES_MISE = ['PERSONNEL', 'MOYENS'] as const;
export type GenreMise = (typeof GENRES_MISE)[number];
export const LIBELLES_GENRES_MISE: Record<GenreMise, string> = { PERSONNEL: 'personnel', MOYENS: 'moyens' };

export const ETATS_MISE = ['BROUILLON', 'A_APPROUVER', 'SIGNEE', 'TERMINEE', 'RESILIEE'] as const;
export type EtatMise = (typeof ETATS_MISE)[number];
export const LIBELLES_ETATS_MISE: Record<EtatMise, string> = {
  BROUILLON: 'brouillon',
  A_APPROUVER: 'à approuver',
  SIGNEE: 'signée',
  TERMINEE: 'terminée',
  RESILIEE: 'résiliée',
};
/** What a person may ask for; the last signature alone makes it signed. */
const SUITES: Record<EtatMise, readonly EtatMise[]> = {
  BROUILLON: ['A_APPROUVER'],
  A_APPROUVER: ['BROUILLON'],
  SIGNEE: ['TERMINEE', 'RESILIEE'],
  TERMINEE: [],
  RESILIEE: [],
};
export const peutPasser = (de: EtatMise, vers: EtatMise): boolean => SUITES[de].includes(vers);
/** Signed one day: its cost is counted and invoiced, even once it has ended. */
export const estConclue = (etat: EtatMise): boolean => ['SIGNEE', 'TERMINEE', 'RESILIEE'].includes(etat);

export const POSTES_COUT = ['SALAIRE', 'CHARGES', 'FRAIS', 'MATERIEL', 'PRESTATION', 'AUTRE'] as const;
export type PosteCout = (typeof POSTES_COUT)[number];
export const LIBELLES_POSTES: Record<PosteCout, string> = {
  SALAIRE: 'Salaires',
  CHARGES: 'Charges sociales et fiscales',
  FRAIS: 'Frais professionnels',
  MATERIEL: 'Matériel et locaux',
  PRESTATION: 'Achats et prestations',
  AUTRE: 'Autres coûts',
};

/** 100,00 %: shares are whole numbers of hundredths of a percent. */
export const CENT_POUR_CENT = 10_000;

/** « 12,50 % ». */
export function ecrirePourcent(centiemes: number): string {
  const absolu = Math.abs(centiemes);
  const [entier, reste] = [Math.floor(absolu / 100), absolu % 100];
  return `${centiemes < 0 ? '−' : ''}${entier},${String(reste).padStart(2, '0')}\u00a0%`;
}

/** « il manque 12,50 % », « il y a 3,00 % de trop »; null when the keys sum to 100,00 %. */
export function ecartCles(cles: readonly number[]): string | null {
  const ecart = cles.reduce((somme, cle) => somme + cle, 0) - CENT_POUR_CENT;
  if (ecart === 0) return null;
  return ecart < 0 ? `il manque ${ecrirePourcent(-ecart)}` : `il y a ${ecrirePourcent(ecart)} de trop`;
}

/** What is due for a part of a cost. */
export interface MontantDu {
  ht: number;
  tva: number;
  ttc: number;
}

/** Adds the VAT, to the nearest cent (half a cent goes up); `taux` in hundredths of a percent, null without VAT. */
export function ajouterTva(ht: number, taux: number | null): MontantDu {
  const base = BigInt(CENT_POUR_CENT);
  const tva = taux === null ? 0 : Number((BigInt(ht) * BigInt(taux) + base / 2n) / base);
  return { ht, tva, ttc: ht + tva };
}

/** Splits the real cost of a period by the keys: the parts, the lender's among them, add to the cost to the cent. */
export function repartirCout(cout: number, cles: readonly number[], taux: number | null): MontantDu[] {
  return repartirSelonCles(cout, cles).map((ht) => ajouterTva(ht, taux));
}

const PRET_ILLICITE =
  'La mise à disposition se facture à l’euro près, à son coût réel\u00a0: au-delà, elle deviendrait un prêt de main-d’œuvre à but lucratif, qui est illicite';

/** Why an invoice is refused; null when it is, to the cent, the structure's share of the cost. */
export function refusFacture(genre: GenreMise, du: number, facture: number): string | null {
  if (facture === du) return null;
  const ecart = facture > du ? `${ecrireEuros(facture - du)} de plus que` : `${ecrireEuros(du - facture)} de moins que`;
  const pourquoi =
    genre === 'PERSONNEL'
      ? `${PRET_ILLICITE} (code du travail, article L.\u00a08241-1).`
      : 'La convention prévoit une facturation à l’euro près, au coût réel.';
  return `Montant facturé\u00a0: ${ecrireEuros(facture)}, soit ${ecart} la part du coût réel (${ecrireEuros(du)}). ${pourquoi} Facturez ${ecrireEuros(du)} hors taxes.`;
}

/** Why the cost of a period is refused: the year's periods do not pass the real costs recorded for it; null when they do not. */
export function refusCoutPeriode(annee: number, reel: number, dejaReparti: number, cout: number): string | null {
  const trop = dejaReparti + cout - reel;
  if (trop <= 0) return null;
  return (
    `Coût réel de la période\u00a0: il dépasse de ${ecrireEuros(trop)} les coûts réels de ${annee} ` +
    `(${ecrireEuros(reel)}, dont ${ecrireEuros(dejaReparti)} déjà répartis). Saisissez d’abord les coûts réels, ou réduisez ce montant\u00a0: rien ne se facture au-delà du coût.`
  );
}

export type EtatAppel = 'PREVU' | 'FACTURE' | 'PAYE';
export const LIBELLES_ETATS_APPEL: Record<EtatAppel, string> = { PREVU: 'prévu', FACTURE: 'facturé', PAYE: 'payé' };
export function etatAppel({ factureLe, payeLe }: { factureLe: string | null; payeLe: string | null }): EtatAppel {
  if (payeLe) return 'PAYE';
  return factureLe ? 'FACTURE' : 'PREVU';
}

/** What a structure has approved so far. */
export interface Approbations {
  structure: string;
  preteur: boolean;
  deliberationLe: string | null;
  cseLe: string | null;
  cseSansObjet: string | null;
  avenantLe: string | null;
}

/** What is missing before the convention may be signed. */
export function approbationsManquantes(genre: GenreMise, parties: readonly Approbations[]): string[] {
  return parties.flatMap((p) => [
    ...(p.cseLe || p.cseSansObjet
      ? []
      : [`${p.structure}\u00a0: information-consultation du CSE, ou sa mention «\u00a0sans objet\u00a0»`]),
    ...(p.deliberationLe ? [] : [`${p.structure}\u00a0: délibération du conseil d’administration`]),
    ...(genre === 'PERSONNEL' && p.preteur && !p.avenantLe
      ? [`${p.structure}\u00a0: avenant au contrat de travail`]
      : []),
  ]);
}

/** Why the dates of a structure's approvals are refused, by field: the board decides once the CSE was consulted. */
export function refusApprobation(
  { deliberationLe, cseLe, cseSansObjet, avenantLe }: Omit<Approbations, 'structure' | 'preteur'>,
  aujourdhui: string,
): { champ: string; message: string } | null {
  const aVenir = Object.entries({
    deliberationLe: ['Délibération', deliberationLe],
    cseLe: ['Information-consultation du CSE', cseLe],
    avenantLe: ['Avenant au contrat de travail', avenantLe],
  } as const).find(([, [, jour]]) => jour !== null && jour > aujourdhui);
  if (aVenir)
    return {
      champ: aVenir[0],
      message: `${aVenir[1][0]}\u00a0: cette date est à venir. Enregistrez-la une fois passée.`,
    };
  if (cseLe && cseSansObjet) {
    return {
      champ: 'cseSansObjet',
      message:
        'CSE\u00a0: donnez la date de la consultation, ou la raison pour laquelle elle est sans objet, pas les deux.',
    };
  }
  if (cseLe && deliberationLe && cseLe > deliberationLe) {
    return {
      champ: 'cseLe',
      message:
        'Information-consultation du CSE\u00a0: elle vient après la délibération, alors que le conseil d’administration se prononce une fois le CSE consulté.',
    };
  }
  return null;
}
