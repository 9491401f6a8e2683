import { ajouterMois, jourEnChiffres, joursEntre, type Jour } from '../commun/dates';
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

/** Days before a deadline from which it is near; days after it was frozen that a text to sign is waited for too long. */
const JOURS_PROCHES = 30;
/** Days past which a missed deadline is history: those who were not told within them (no server, no account) are not any more. */
const JOURS_RATTRAPES = 7;

/** When a deadline is told: once as it comes in sight, once as it gets near, once the day after it was missed. */
export type MomentRappel = 'EN_VUE' | 'PROCHE' | 'MANQUEE';
export interface RappelConvention {
  moment: MomentRappel;
  /** What a person is told of once: the same deadline at the same moment. */
  cle: string;
  genre: EcheanceConvention['genre'];
  titre: string;
  detail: string;
  lien: string;
}

/** What a convention has those who see to it told on a day; the same things the next day, under the same keys. */
export function rappelsConvention(
  f: FaitsConvention & { bilanAnnuelPrevu: boolean },
  aujourdhui: Jour,
): RappelConvention[] {
  const rappel = (e: EcheanceConvention, moment: MomentRappel): RappelConvention => ({
    moment,
    cle: `${f.id}:${e.cle}:${moment}`,
    genre: e.genre,
    titre: e.titre,
    detail: `${e.detail} · ${e.genre === 'SIGNATURES' ? 'figé' : 'échéance'} le ${jourEnChiffres(e.date)}`,
    lien: e.lien,
  });
  const aVenir = echeancesConvention(f, aujourdhui)
    .filter((e) => e.genre !== 'BILAN_ANNUEL' || !f.bilanAnnuelPrevu)
    .map((e) => rappel(e, estProche(e, aujourdhui) ? 'PROCHE' : 'EN_VUE'));
  return [...aVenir, ...manquees(f, aujourdhui).map((e) => rappel(e, 'MANQUEE'))];
}

const estProche = ({ genre, date }: EcheanceConvention, aujourdhui: Jour): boolean =>
  genre === 'SIGNATURES'
    ? joursEntre(date, aujourdhui) >= JOURS_PROCHES
    : joursEntre(aujourdhui, date) <= JOURS_PROCHES;

/** Deadlines that went by these last days without what they asked for. */
function manquees(f: FaitsConvention & { bilanAnnuelPrevu: boolean }, aujourdhui: Jour): EcheanceConvention[] {
  if (!f.fin) return [];
  const passee = (date: Jour): boolean => date < aujourdhui && joursEntre(date, aujourdhui) <= JOURS_RATTRAPES;
  const liste: EcheanceConvention[] = [];
  const limite = limiteBilanAnnuel(f.fin);
  const commun = { detail: f.cooperative, lien: `/conventions/${f.id}` };
  if (passee(limite) && estEnVigueur(f.etat) && !f.bilanAnnuelPrevu) {
    liste.push({
      genre: 'BILAN_ANNUEL',
      cle: `bilan-annuel:${f.fin}`,
      titre: 'La réunion de bilan annuel n’a pas été tenue',
      date: limite,
      ...commun,
    });
  }
  if (passee(f.fin) && f.etat === 'EXPIREE') {
    liste.push({
      genre: 'RENOUVELLEMENT',
      cle: `renouvellement:${f.fin}`,
      titre: 'La convention a pris fin sans être renouvelée',
      date: f.fin,
      ...commun,
    });
  }
  return liste;
}
