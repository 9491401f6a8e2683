import { ajouterJours, ajouterMois, jourEnChiffres, type Jour } from '../commun/dates';

/** A text that parties sign: the convention itself, what modifies it, what renews it. */
export const GENRES_ACTE = ['INITIALE', 'AVENANT', 'RENOUVELLEMENT'] as const;
export type GenreActe = (typeof GENRES_ACTE)[number];
export const LIBELLES_GENRES_ACTE: Record<GenreActe, string> = {
  INITIALE: 'Convention',
  AVENANT: 'Avenant',
  RENOUVELLEMENT: 'Avenant de renouvellement',
};

export const ETATS_ACTE = ['BROUILLON', 'RELECTURE', 'PRET', 'EN_SIGNATURE', 'SIGNE', 'ABANDONNE'] as const;
export type EtatActe = (typeof ETATS_ACTE)[number];
export const LIBELLES_ETATS_ACTE: Record<EtatActe, string> = {
  BROUILLON: 'brouillon',
  RELECTURE: 'en relecture',
  PRET: 'prêt à signer',
  EN_SIGNATURE: 'en signature',
  SIGNE: 'signé',
  ABANDONNE: 'abandonné',
};

export interface TransitionActe {
  de: EtatActe;
  vers: EtatActe;
  /** What the button says. */
  acte: string;
  motifRequis: boolean;
}
/**
 * Life of a text. It freezes when it is ready to sign; what is frozen can be taken up again as long as nobody was asked to
 * sign it. `SIGNE` is reached by the last signature alone (R6).
 */
export const TRANSITIONS_ACTE: readonly TransitionActe[] = [
  { de: 'BROUILLON', vers: 'RELECTURE', acte: 'Envoyer en relecture', motifRequis: false },
  { de: 'RELECTURE', vers: 'BROUILLON', acte: 'Reprendre la rédaction', motifRequis: false },
  { de: 'RELECTURE', vers: 'PRET', acte: 'Figer le texte', motifRequis: false },
  { de: 'PRET', vers: 'RELECTURE', acte: 'Rouvrir le texte', motifRequis: true },
  { de: 'PRET', vers: 'EN_SIGNATURE', acte: 'Envoyer à la signature', motifRequis: false },
  { de: 'EN_SIGNATURE', vers: 'ABANDONNE', acte: 'Abandonner', motifRequis: true },
  { de: 'BROUILLON', vers: 'ABANDONNE', acte: 'Abandonner', motifRequis: true },
  { de: 'RELECTURE', vers: 'ABANDONNE', acte: 'Abandonner', motifRequis: true },
];
export const transitionsActe = (de: EtatActe): TransitionActe[] => TRANSITIONS_ACTE.filter((t) => t.de === de);

/** What can still be written of a text. */
export const enRedaction = (etat: EtatActe): boolean => etat === 'BROUILLON' || etat === 'RELECTURE';
/** What never changes again (R7). */
export const estFige = (etat: EtatActe): boolean => etat === 'EN_SIGNATURE' || etat === 'SIGNE';

export const ETATS_CONVENTION = [
  'BROUILLON',
  'RELECTURE',
  'PRET',
  'EN_SIGNATURE',
  'EN_VIGUEUR',
  'A_RENOUVELER',
  'EXPIREE',
  'RESILIEE',
  'ABANDONNE',
] as const;
export type EtatConvention = (typeof ETATS_CONVENTION)[number];
export const LIBELLES_ETATS_CONVENTION: Record<EtatConvention, string> = {
  BROUILLON: 'brouillon',
  RELECTURE: 'en relecture',
  PRET: 'prête à signer',
  EN_SIGNATURE: 'en signature',
  EN_VIGUEUR: 'en vigueur',
  A_RENOUVELER: 'à renouveler',
  EXPIREE: 'expirée',
  RESILIEE: 'résiliée',
  ABANDONNE: 'abandonnée',
};

/** One to five years: one unless the parties choose otherwise (convention, article 5; pluriannual variant). */
export const DUREES_MOIS = [12, 24, 36, 48, 60] as const;
/** How long before its end a convention is to be renewed: the bilan annuel comes two months before (R10), and is called before. */
const MOIS_AVANT_RENOUVELLEMENT = 3;
const MOIS_DE_PREAVIS = 1;

/** R6: the day of the last signature; null as long as a party has not signed. */
export function priseEffet(
  parties: readonly string[],
  signatures: readonly { partieId: string; signeLe: Jour }[],
): Jour | null {
  const jours = parties.map((id) => signatures.find((s) => s.partieId === id)?.signeLe ?? null);
  if (!jours.length || jours.includes(null)) return null;
  return (jours as Jour[]).reduce((plusTard, jour) => (jour > plusTard ? jour : plusTard));
}

/**
 * Last day in force of a term counted in months: the same day of the month of its end, the last of that month when it has no
 * such day (R18; code de procédure civile, article 641).
 */
export const finDePeriode = (debut: Jour, mois: number): Jour => ajouterMois(debut, mois);

/** R8: one month after the registered letter was received. */
export const effetResiliation = (recueLe: Jour): Jour => ajouterMois(recueLe, MOIS_DE_PREAVIS);

export interface Periode {
  debut: Jour;
  fin: Jour;
}
/** Terms of a convention: the first from its effect, then one for each express renewal, which follows the former without a gap. */
export function periodes(
  actes: readonly { genre: GenreActe; etat: EtatActe; effet: Jour | null; dureeMois: number }[],
): Periode[] {
  const liste: Periode[] = [];
  for (const { genre, etat, effet, dureeMois } of actes) {
    if (etat !== 'SIGNE' || effet === null || genre === 'AVENANT') continue;
    const precedente = liste.at(-1);
    // Signed after the end: the convention had lapsed, the new term begins at its signature.
    const debut = precedente && effet <= precedente.fin ? ajouterJours(precedente.fin, 1) : effet;
    const depuis = precedente && effet <= precedente.fin ? precedente.fin : effet;
    liste.push({ debut, fin: finDePeriode(depuis, dureeMois) });
  }
  return liste;
}

/** State of a convention on a day: that of its first text until all have signed, then what its dates say. */
export function etatConvention(
  initiale: EtatActe,
  termes: readonly Periode[],
  resiliationEffet: Jour | null,
  aujourdhui: Jour,
): EtatConvention {
  if (initiale !== 'SIGNE') return initiale;
  const fin = termes.at(-1)?.fin;
  if (resiliationEffet !== null && resiliationEffet <= aujourdhui) return 'RESILIEE';
  if (fin === undefined || fin < aujourdhui) return 'EXPIREE';
  return aujourdhui >= ajouterMois(fin, -MOIS_AVANT_RENOUVELLEMENT) ? 'A_RENOUVELER' : 'EN_VIGUEUR';
}

/** A convention that binds its parties on a day. */
export const estEnVigueur = (etat: EtatConvention): boolean => etat === 'EN_VIGUEUR' || etat === 'A_RENOUVELER';

/** « Convention », « Avenant nº 2 ». */
export const nomActe = (genre: GenreActe, numero: number): string =>
  genre === 'INITIALE' ? LIBELLES_GENRES_ACTE.INITIALE : `${LIBELLES_GENRES_ACTE[genre]} nº\u00a0${numero}`;

/** Why a day cannot be that of a signature; null when it can. `figeLe`: when the text that is signed was frozen. */
export function refusDateSignature(signeLe: Jour, figeLe: Jour, aujourdhui: Jour): string | null {
  if (signeLe > aujourdhui) return 'Une signature ne peut pas être datée du futur.';
  if (signeLe < figeLe)
    return `Le texte n’existait pas encore\u00a0: il a été figé le ${jourEnChiffres(figeLe)}. Corrigez la date, ou vérifiez que la copie est bien celle de ce texte.`;
  return null;
}
