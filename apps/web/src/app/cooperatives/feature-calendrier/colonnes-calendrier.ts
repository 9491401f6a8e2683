import { COLONNES_T1, type Colonne } from '@coopilote/domain/pilotage';
import type { ColonneGrille } from '@coopilote/ui/grille';
import { type RangeeT1, cellule, datesDe, responsableDe } from '../ui/rangee-t1';

type Cle = (typeof COLONNES_T1)[number]['cle'];

/** In pixels: at 1440 px, most of a year stands beside the guide's columns. */
const LARGEURS: Record<Cle, number> = { intitule: 290, responsable: 140, debut: 106, fin: 106, livrables: 180 };

/**
 * COLONNES_T1, then the months, year by year. Past years are folded at first; a folded year has one column, which holds what
 * any of its months does.
 */
export function colonnesCalendrier(mois: readonly Colonne[], moisActuel: string): ColonneGrille<RangeeT1>[] {
  const annees = [...new Set(mois.map(({ cle }) => cle.slice(0, 4)))];
  return [
    ...COLONNES_T1.map(colonneDeTete),
    ...annees.flatMap((annee) => [
      ...mois.filter(({ cle }) => cle.startsWith(annee)).map((colonne) => colonneDeMois(colonne, moisActuel)),
      colonneDAnnee(annee, moisActuel),
    ]),
  ];
}

function colonneDeTete({ cle, entete, genre, ...colonne }: Colonne<Cle>): ColonneGrille<RangeeT1> {
  return {
    cle,
    entete,
    genre: genre === 'date' || genre === 'long' ? genre : 'texte',
    fige: colonne.fige,
    largeur: LARGEURS[cle],
    valeur: (rangee) => valeurDe(rangee, cle),
  };
}

function valeurDe(rangee: RangeeT1, cle: Cle): string | null {
  switch (cle) {
    case 'intitule':
      return rangee.intitule;
    case 'responsable':
      return responsableDe(rangee);
    case 'debut':
    case 'fin':
      return datesDe(rangee)[cle];
    case 'livrables':
      return rangee.etape?.livrables ?? null;
  }
}

function colonneDeMois({ cle, entete, groupe }: Colonne, moisActuel: string): ColonneGrille<RangeeT1> {
  const actuel = cle === moisActuel ? ' mois-actuel' : '';
  return {
    cle,
    entete,
    groupe,
    genre: 'repere',
    replie: cle.slice(0, 4) < moisActuel.slice(0, 4),
    valeur: (rangee) => cellule(rangee, cle),
    classe: (rangee) => (cellule(rangee, cle) ? `mois-plein${actuel}` : actuel),
    classeEntete: actuel.trim(),
  };
}

function colonneDAnnee(annee: string, moisActuel: string): ColonneGrille<RangeeT1> {
  const lire = (rangee: RangeeT1) => {
    const dates = datesDe(rangee);
    const debut = dates.debut?.slice(0, 4);
    const fin = dates.fin?.slice(0, 4) ?? debut;
    if (!debut || !fin || annee < debut || annee > fin) return '';
    return rangee.genre === 'PHASE' ? '▶' : 'XX';
  };
  return {
    cle: `annee-${annee}`,
    entete: 'Année',
    groupe: annee,
    genre: 'repere',
    largeur: 80,
    auPli: true,
    valeur: lire,
    classe: (rangee) => (lire(rangee) ? 'mois-plein' : ''),
    classeEntete: moisActuel.startsWith(annee) ? 'mois-actuel' : '',
  };
}
