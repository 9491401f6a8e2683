import type { Trimestre } from './types';

/** Calcul sur des chaînes « AAAA-MM-JJ » : ni fuseau, ni horloge. */

/** Rang d’un trimestre sur une échelle continue, pour compter et comparer. */
export function rangTrimestre(t: Trimestre): number {
  return t.annee * 4 + t.trimestre - 1;
}

export function trimestreDeRang(rang: number): Trimestre {
  return { annee: Math.floor(rang / 4), trimestre: ((rang % 4) + 1) as Trimestre['trimestre'] };
}

export function trimestreDe(date: string): Trimestre {
  return trimestreDeRang(Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3));
}

function deuxChiffres(n: number): string {
  return String(n).padStart(2, '0');
}

function joursDuMois(annee: number, mois: number): number {
  const bissextile = (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0;
  return [31, bissextile ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][mois - 1] ?? 30;
}

/** Premier ou dernier jour du mois de rang donné (année × 12 + mois − 1). */
function jourDuMois(rangMois: number, lequel: 'premier' | 'dernier'): string {
  const annee = Math.floor(rangMois / 12);
  const mois = (rangMois % 12) + 1;
  return `${annee}-${deuxChiffres(mois)}-${lequel === 'premier' ? '01' : deuxChiffres(joursDuMois(annee, mois))}`;
}

export function debutTrimestre(t: Trimestre): string {
  return jourDuMois(rangTrimestre(t) * 3, 'premier');
}

export function finTrimestre(t: Trimestre): string {
  return jourDuMois(rangTrimestre(t) * 3 + 2, 'dernier');
}

/** Ajoute au plus deux mois de jours : suffisant pour une date de transmission. */
export function ajouterJours(date: string, jours: number): string {
  let annee = Number(date.slice(0, 4));
  let mois = Number(date.slice(5, 7));
  let jour = Number(date.slice(8, 10)) + jours;
  while (jour > joursDuMois(annee, mois)) {
    jour -= joursDuMois(annee, mois);
    mois += 1;
    if (mois > 12) {
      mois = 1;
      annee += 1;
    }
  }
  return `${annee}-${deuxChiffres(mois)}-${deuxChiffres(jour)}`;
}

export interface Reperes {
  aujourdhui: string;
  trimestreCourant: Trimestre;
  /** Premier jour du trimestre situé à `decalage` trimestres du trimestre en cours (négatif : passé). */
  debut(decalage: number): string;
  fin(decalage: number): string;
  /** Premier jour du mois situé à `decalage` mois du premier mois du trimestre en cours. */
  debutMois(decalage: number): string;
  finMois(decalage: number): string;
}

/** Les dates du jeu se comptent depuis le trimestre en cours, pour que la démonstration reste actuelle à toute date. */
export function construireReperes(aujourdhui: string): Reperes {
  const trimestreCourant = trimestreDe(aujourdhui);
  const rang = rangTrimestre(trimestreCourant);
  return {
    aujourdhui,
    trimestreCourant,
    debut: (decalage) => debutTrimestre(trimestreDeRang(rang + decalage)),
    fin: (decalage) => finTrimestre(trimestreDeRang(rang + decalage)),
    debutMois: (decalage) => jourDuMois(rang * 3 + decalage, 'premier'),
    finMois: (decalage) => jourDuMois(rang * 3 + decalage, 'dernier'),
  };
}
