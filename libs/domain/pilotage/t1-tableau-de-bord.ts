import { ajouterMois, type Jour } from '../commun/dates';
import type { Colonne } from './colonne';

/** T1, tableau de bord de suivi (guide, fiche 3): the columns before the months. */
export const COLONNES_T1 = [
  { cle: 'intitule', entete: 'Étapes', genre: 'texte', fige: true },
  { cle: 'responsable', entete: 'Qui ? Responsable', genre: 'texte' },
  { cle: 'debut', entete: 'Date début', genre: 'date' },
  { cle: 'fin', entete: 'Date fin', genre: 'date' },
  { cle: 'livrables', entete: 'Livrables ?', genre: 'long' },
] as const satisfies readonly Colonne[];

/** Headings of the months as the guide writes them. */
export const MOIS_COURTS = [
  'Janv',
  'Févr.',
  'Mars',
  'Avril',
  'Mai',
  'Juin',
  'Juill.',
  'Août',
  'Sept.',
  'Oct.',
  'Nov.',
  'Déc.',
] as const;

/** One column a month, from the first to the last month given ('YYYY-MM' in the key). */
export function colonnesMois(debut: Jour, fin: Jour): Colonne[] {
  const colonnes: Colonne[] = [];
  for (let mois = `${debut.slice(0, 7)}-01`; mois <= fin; mois = ajouterMois(mois, 1)) {
    colonnes.push({
      cle: mois.slice(0, 7),
      entete: MOIS_COURTS[Number(mois.slice(5, 7)) - 1] ?? '',
      genre: 'mois',
      groupe: mois.slice(0, 4),
    });
  }
  return colonnes;
}

/** What a month's cell holds (guide, fiche 3): an arrow where a phase runs, XX where a task does. */
export function celluleMois(
  etape: { genre: 'PHASE' | 'TACHE'; debut: Jour | null; fin: Jour | null },
  mois: string,
): '' | '▶' | 'XX' {
  if (!etape.debut) return '';
  const fin = etape.fin ?? etape.debut;
  if (mois < etape.debut.slice(0, 7) || mois > fin.slice(0, 7)) return '';
  return etape.genre === 'PHASE' ? '▶' : 'XX';
}
