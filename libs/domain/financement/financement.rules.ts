import type { Avertissement } from '../cooperatives/avertissements.rules';
import { ecrireEuros } from '../commun/montant';

/** From here on, a convention (R4; guide, fiche 4: « égale ou supérieure à 23 000 euros par an »). */
export const SEUIL_CONVENTION = 2_300_000;

export const FORMES_ACTE = ['DECISION', 'CONVENTION'] as const;
export type FormeActe = (typeof FORMES_ACTE)[number];
export const LIBELLES_FORMES_ACTE: Record<FormeActe, string> = {
  DECISION: 'décision d’attribution',
  CONVENTION: 'convention de financement',
};

export const ETATS_ACTE = ['PROJET', 'SIGNE'] as const;
export type EtatActe = (typeof ETATS_ACTE)[number];
export const LIBELLES_ETATS_ACTE_FINANCEMENT: Record<EtatActe, string> = { PROJET: 'en projet', SIGNE: 'signé' };

export const GENRES_VERSEMENT = ['VERSEMENT', 'REVERSEMENT'] as const;
export type GenreVersement = (typeof GENRES_VERSEMENT)[number];
export const LIBELLES_VERSEMENTS: Record<GenreVersement, string> = {
  VERSEMENT: 'Versement à la structure',
  REVERSEMENT: 'Reversement par la structure',
};

/** What becomes of money that was paid and not spent. */
export const SUITES_NON_DEPENSE = ['REVERSEMENT', 'REPORT'] as const;
export type SuiteNonDepense = (typeof SUITES_NON_DEPENSE)[number];
export const LIBELLES_SUITES_NON_DEPENSE: Record<SuiteNonDepense, string> = {
  REVERSEMENT: 'à reverser',
  REPORT: 'à reporter sur l’année suivante',
};

/** R4: form of the act by all that the ARS grants to a structure in the year, over every action and CA of the region; null: nothing. */
export function formeRequise(subventionsArs: number): FormeActe | null {
  if (subventionsArs <= 0) return null;
  return subventionsArs < SEUIL_CONVENTION ? 'DECISION' : 'CONVENTION';
}

/** R14: engagements less the budget, in cents: negative, some is missing; positive, there is too much; null without budget. */
export function ecartBudget(budget: number | null, engage: number): number | null {
  return budget === null ? null : engage - budget;
}

/** What R14 has to say of a year. */
export function avertissementBudget(annee: number, budget: number | null, engage: number): Avertissement | null {
  const source = 'R14, convention, article 3';
  const ecart = ecartBudget(budget, engage);
  if (budget === null || ecart === null) {
    if (engage === 0) return null;
    const message = `Aucun budget n’est fixé pour ${annee}\u00a0: ${ecrireEuros(engage)} sont engagés sans lui être comparés.`;
    return { code: 'BUDGET_ABSENT', message, source };
  }
  if (ecart === 0) return null;
  const message =
    ecart < 0
      ? `Il manque ${ecrireEuros(-ecart)} d’engagements pour égaler le budget ${annee} (${ecrireEuros(budget)}).`
      : `Les engagements dépassent de ${ecrireEuros(ecart)} le budget ${annee} (${ecrireEuros(budget)}).`;
  return { code: ecart < 0 ? 'BUDGET_INCOMPLET' : 'BUDGET_DEPASSE', message, source };
}

/** An act already signed, as R4 looks at it. */
export interface ActeSigne {
  id: string;
  structure: string;
  forme: FormeActe;
  reference: string | null;
}

/** Code of the warning about one décision. */
export const codeDecision = (id: string): string => `DECISION_${id}`;

/** R4: décisions signed for a structure which now takes a convention that nobody has signed yet: the sum grew since. */
export function decisionsAReprendre(subventionsArs: number, actes: readonly ActeSigne[]): Avertissement[] {
  if (formeRequise(subventionsArs) !== 'CONVENTION' || actes.some(({ forme }) => forme === 'CONVENTION')) return [];
  return actes
    .filter(({ forme }) => forme === 'DECISION')
    .map(({ id, structure, reference }) => ({
      code: codeDecision(id),
      message:
        `${structure}\u00a0: la décision d’attribution${reference ? ` nº\u00a0${reference}` : ''} a été signée sous le seuil. Avec ` +
        `${ecrireEuros(subventionsArs)} de l’ARS dans l’année, la structure relève d’une convention de financement\u00a0: ` +
        'établissez-la, elle vise cette décision.',
      source: 'R4, guide, fiche 4',
    }));
}

/** R5: what a décision still lacks before it is signed; nothing for a convention, or under a partnership convention in force. */
export function manquesDemande(
  forme: FormeActe,
  conventionEnVigueur: boolean,
  demande: { demandeLe: string | null; lettre: boolean },
): string[] {
  if (forme === 'CONVENTION' || conventionEnVigueur) return [];
  const manques = [];
  if (!demande.demandeLe) manques.push('la date de la demande de subvention');
  if (!demande.lettre) manques.push('la demande datée et signée par le promoteur, jointe à l’acte');
  return manques;
}

/** A movement of money on an engagement; without `verseLe`, it is only planned. */
export interface Mouvement {
  genre: GenreVersement;
  montant: number;
  verseLe: string | null;
}

export interface Solde {
  /** Paid to the structure. */
  verse: number;
  /** Paid back by it. */
  reverse: number;
  /** Planned and not paid yet. */
  prevu: number;
  /** Engaged and not paid yet; negative when more was paid than engaged. */
  solde: number;
  /** Paid, not spent, not paid back yet; null while the spending is unknown. Negative when more was spent than kept. */
  nonDepense: number | null;
}

/**
 * Where an engagement stands.
 * @param acquis what the structure already held when it was engaged: the whole of a carried-over amount, else nothing
 */
export function solder(
  engage: number,
  depense: number | null,
  mouvements: readonly Mouvement[],
  acquis: number,
): Solde {
  const somme = (garde: (m: Mouvement) => boolean) =>
    mouvements.filter(garde).reduce((s, { montant }) => s + montant, 0);
  const verse = somme((m) => m.genre === 'VERSEMENT' && m.verseLe !== null);
  const reverse = somme((m) => m.genre === 'REVERSEMENT' && m.verseLe !== null);
  const prevu = somme((m) => m.genre === 'VERSEMENT' && m.verseLe === null);
  return {
    verse,
    reverse,
    prevu,
    solde: engage - acquis - verse,
    nonDepense: depense === null ? null : acquis + verse - reverse - depense,
  };
}

/** Cents by which the payments, planned ones included, pass what is engaged and was not held already; 0 when they do not. */
export function depassement(engage: number, mouvements: readonly Mouvement[], acquis: number): number {
  const { solde, prevu } = solder(engage, null, mouvements, acquis);
  return Math.max(0, prevu - solde);
}

/** What a structure already held of an engagement: all of what was carried over to it. */
export const acquisDe = ({ reporteDe, montant }: { reporteDe: string | null; montant: number }): number =>
  reporteDe ? montant : 0;

/** Most that a structure may still be asked back: what it holds and did not spend, less what it already pays or will pay back. */
export function resteAReverser(
  engagement: { reporteDe: string | null; montant: number; depense: number | null },
  mouvements: readonly Mouvement[],
): number {
  const { verse } = solder(0, null, mouvements, 0);
  const rendu = mouvements.filter(({ genre }) => genre === 'REVERSEMENT').reduce((s, { montant }) => s + montant, 0);
  return Math.max(0, acquisDe(engagement) + verse - (engagement.depense ?? 0) - rendu);
}

/** Why the remainder of an engagement is not carried over, as a sentence; null when it may be. */
export function refusReport({
  annee,
  suiteNonDepense,
  nonDepense,
  report,
}: {
  annee: number;
  suiteNonDepense: SuiteNonDepense | null;
  nonDepense: number | null;
  report: unknown;
}): string | null {
  if (report) return `Le reste de cet engagement est déjà reporté sur ${annee + 1}.`;
  if (suiteNonDepense !== 'REPORT') {
    return 'Le montant non dépensé de cet engagement n’est pas à reporter\u00a0: dites-le d’abord dans « Modifier l’engagement ».';
  }
  if (nonDepense === null) return 'Le montant dépensé n’est pas connu\u00a0: saisissez-le d’abord.';
  if (nonDepense <= 0) return 'Tout ce qui a été versé est dépensé ou reversé\u00a0: rien n’est à reporter.';
  return null;
}
