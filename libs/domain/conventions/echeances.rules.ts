import { ajouterMois, type Jour } from '../commun/dates';
import { limiteBilanAnnuel } from '../gouvernance/echeances.rules';
import { estEnVigueur, nomActe, type EtatActe, type EtatConvention, type GenreActe } from './etats.rules';

/** Where a convention stands, for who must see to it. */
export interface FaitsConvention {
  id: string;
  cooperative: string;
  etat: EtatConvention;
  /** Last day of its present term; null before its first signature. */
  fin: Jour | null;
  resiliationEffet: Jour | null;
  /** Text under way, if any, with its signatures. */
  acte: { id: string; genre: GenreActe; numero: number; etat: EtatActe; signatures: number; attendues: number } | null;
  /** Day on which that text was frozen. */
  figeLe: Jour | null;
}
export interface EcheanceConvention {
  genre: 'SIGNATURES' | 'BILAN_ANNUEL' | 'RENOUVELLEMENT' | 'RESILIATION';
  /** The same thing keeps the same key from one day to the next. */
  cle: string;
  titre: string;
  detail: string;
  date: Jour;
  lien: string;
}

/** Months before the limit of R10 from which it is spoken of. */
const MOIS_AVANT_RAPPEL = 3;

/** What the calendar of a convention asks for, the nearest first (R6, R8, R10). */
export function echeancesConvention(f: FaitsConvention, aujourdhui: Jour): EcheanceConvention[] {
  const liste: EcheanceConvention[] = [];
  const lien = `/conventions/${f.id}`;
  if (f.acte?.etat === 'EN_SIGNATURE') {
    const manquent = f.acte.attendues - f.acte.signatures;
    liste.push({
      genre: 'SIGNATURES',
      cle: `signatures:${f.acte.id}`,
      titre: `${nomActe(f.acte.genre, f.acte.numero)}\u00a0: ${manquent > 1 ? `${manquent} signatures manquent` : 'une signature manque'}`,
      detail: f.cooperative,
      date: f.figeLe ?? aujourdhui,
      lien: `/conventions/textes/${f.acte.id}`,
    });
  }
  if (f.resiliationEffet && f.resiliationEffet > aujourdhui) {
    liste.push({
      genre: 'RESILIATION',
      cle: `resiliation:${f.id}`,
      titre: 'La convention prend fin, résiliée',
      detail: f.cooperative,
      date: f.resiliationEffet,
      lien,
    });
  } else if (f.fin && estEnVigueur(f.etat)) {
    const limite = limiteBilanAnnuel(f.fin);
    if (limite >= aujourdhui && ajouterMois(limite, -MOIS_AVANT_RAPPEL) <= aujourdhui) {
      liste.push({
        genre: 'BILAN_ANNUEL',
        cle: `bilan-annuel:${f.fin}`,
        titre: 'Réunion de bilan annuel à tenir',
        detail: f.cooperative,
        date: limite,
        lien,
      });
    }
    if (f.etat === 'A_RENOUVELER' && f.acte?.genre !== 'RENOUVELLEMENT') {
      liste.push({
        genre: 'RENOUVELLEMENT',
        cle: `renouvellement:${f.fin}`,
        titre: 'La convention arrive à son terme\u00a0: à renouveler, ou à laisser finir',
        detail: f.cooperative,
        date: f.fin,
        lien,
      });
    }
  }
  return liste.sort((a, b) => a.date.localeCompare(b.date));
}
