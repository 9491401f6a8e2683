import { ajouterJours, ajouterMois, jourEnChiffres, type Jour } from '../commun/dates';
import type { DepartConvention } from './contenu';
import { estEnVigueur, LIBELLES_ETATS_CONVENTION, type EtatConvention, type Periode } from './etats.rules';

/**
 * Annual deadlines of a convention, in their order: each year that its terms count, and their ends. Years are counted from the day
 * that the term itself is counted from, never one from the other: a 29 February comes back every four years (R18).
 */
export function echeancesAnnuelles(termes: readonly Periode[]): Jour[] {
  return termes.flatMap(({ debut, fin }, rang) => {
    const precedente = termes[rang - 1];
    const depuis = precedente && debut === ajouterJours(precedente.fin, 1) ? precedente.fin : debut;
    const jours: Jour[] = [];
    for (let mois = 12; ajouterMois(depuis, mois) < fin; mois += 12) jours.push(ajouterMois(depuis, mois));
    return [...jours, fin];
  });
}

/**
 * Last day of a member who leaves: the annual deadline that comes after the consultation, or falls on its day (guide, 5.2: one may
 * leave « à l’échéance annuelle », « en concertation préalable »). Null when the terms hold none any more.
 */
export const effetDepart = (termes: readonly Periode[], consulteLe: Jour): Jour | null =>
  echeancesAnnuelles(termes).find((echeance) => echeance >= consulteLe) ?? null;

/** A member who has asked to leave, until the deadline is past. */
export const departEnCours = ({ effet }: { effet: Jour | null }, aujourdhui: Jour): boolean =>
  effet === null || effet >= aujourdhui;

export interface FaitsDepart {
  structure: string;
  etat: EtatConvention;
  resiliationEffet: Jour | null;
  /** It is one of the parties today. */
  partie: boolean;
  /** Its departure that is under way, if any. */
  demande: { demandeLe: Jour; effet: Jour | null } | null;
  termes: readonly Periode[];
}

/** Why a structure cannot ask to leave; null when it can. */
export function refusDemande({ structure, etat, partie, demande, termes, resiliationEffet }: FaitsDepart, jour: Jour) {
  if (!estEnVigueur(etat)) {
    return `Un membre quitte une convention en vigueur\u00a0: celle-ci est ${LIBELLES_ETATS_CONVENTION[etat]}.`;
  }
  if (!partie) return `${structure} n’est pas partie à cette convention.`;
  if (demande) {
    return demande.effet
      ? `${structure} quitte déjà la convention, le ${jourEnChiffres(demande.effet)}.`
      : `${structure} a déjà demandé à partir, le ${jourEnChiffres(demande.demandeLe)}\u00a0: les membres sont à consulter.`;
  }
  return refusResiliee(termes, resiliationEffet, jour);
}

/** Why a consultation cannot be dated so; null when it can. */
export function refusConsultation(consulteLe: Jour, demandeLe: Jour, aujourdhui: Jour): string | null {
  if (consulteLe >= demandeLe && consulteLe <= aujourdhui) return null;
  return `Consultation des membres\u00a0: une date entre le ${jourEnChiffres(demandeLe)}, jour de la demande, et aujourd’hui est attendue.`;
}

/** A convention that ends before the deadline frees all its members: nobody leaves it by themselves. */
export function refusResiliee(termes: readonly Periode[], resiliationEffet: Jour | null, jour: Jour): string | null {
  const effet = effetDepart(termes, jour);
  if (!resiliationEffet || (effet && effet < resiliationEffet)) return null;
  return `La convention, résiliée, prend fin le ${jourEnChiffres(resiliationEffet)}, avant l’échéance annuelle\u00a0: le départ n’a plus d’objet.`;
}

/** « le 15/03/2027, à l’échéance annuelle » and why, as an avenant says it. */
export const departEnMots = ({ demandeLe, consulteLe, effet }: DepartConvention): string =>
  `le ${jourEnChiffres(effet)}, à l’échéance annuelle (demande du ${jourEnChiffres(demandeLe)}, membres consultés le ${jourEnChiffres(consulteLe)})`;
