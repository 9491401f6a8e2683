import { ajouterJours, ajouterMois, jourEnChiffres, joursEntre, type Jour } from '../commun/dates';
import type { Avertissement } from '../cooperatives/avertissements.rules';
import type { Phase } from '../cooperatives/phases.rules';
import type { GenreInstance } from './genres';

/** Days between two meetings during préfiguration (fiche 3: every two weeks). */
export const RYTHME_PREFIGURATION = 14;
/** Months past which a copil is missed (guide 5.1 C: every two or three months). */
export const MOIS_SANS_COPIL = 3;
/** Months before the annual deadline by which the bilan annuel meeting is held (convention, article 4.4). */
export const MOIS_AVANT_ECHEANCE = 2;

/** Day by which the next meeting of an instance is expected; `derniere` is the day of the last one held, else the CA's first. */
export function prochaineAttendue(
  instance: { genre: GenreInstance; periodiciteJours: number | null },
  phase: Phase,
  derniere: Jour,
): Jour | null {
  if (phase === 'CLOSE') return null;
  if (instance.periodiciteJours !== null) return ajouterJours(derniere, instance.periodiciteJours);
  if (instance.genre !== 'COPIL') return null;
  return phase === 'PREFIGURATION'
    ? ajouterJours(derniere, RYTHME_PREFIGURATION)
    : ajouterMois(derniere, MOIS_SANS_COPIL);
}

/** R13: a copil that is late, unless one is already on the calendar. */
export function avertissementRythme(
  instance: { intitule: string; genre: GenreInstance; periodiciteJours: number | null },
  phase: Phase,
  derniere: Jour,
  prevue: boolean,
  aujourdhui: Jour,
): Avertissement | null {
  const attendue = prochaineAttendue(instance, phase, derniere);
  if (prevue || attendue === null || attendue >= aujourdhui) return null;
  const jours = joursEntre(derniere, aujourdhui);
  return {
    code: 'RYTHME',
    message: `${instance.intitule}\u00a0: pas de réunion depuis ${jours} jours, la suivante était attendue le ${jourEnChiffres(attendue)}.`,
    source: phase === 'PREFIGURATION' ? 'R13, guide, fiche 3' : 'R13, guide 5.1 C',
  };
}

/** R2: a representative of each member structure on the copil, and residents. */
export function avertissementsComposition(copil: {
  structuresSansSiege: readonly { nom: string }[];
  habitants: number;
}): Avertissement[] {
  const liste: Avertissement[] = [];
  const manquent = copil.structuresSansSiege;
  if (manquent.length) {
    liste.push({
      code: 'STRUCTURE_SANS_SIEGE',
      message: `${manquent.length > 1 ? `${manquent.length} structures membres n’ont` : 'Une structure membre n’a'} pas de siège au comité de pilotage\u00a0: ${manquent.map((s) => s.nom).join(', ')}.`,
      source: 'R2, guide 5.1 B',
    });
  }
  if (!copil.habitants) {
    liste.push({
      code: 'SANS_HABITANT',
      message: 'Aucun habitant ne siège au comité de pilotage\u00a0: le guide les y attend « si possible ».',
      source: 'R2, guide 5.1 B',
    });
  }
  return liste;
}

/**
 * Next annual deadline of a CA: the first anniversary of its beginning that is still to come, or its end when that comes
 * first; null once it is over.
 */
export function echeanceAnnuelle(ca: { debut: Jour; fin: Jour | null }, aujourdhui: Jour): Jour | null {
  if (ca.fin && ca.fin < aujourdhui) return null;
  let annees = Math.max(1, Number(aujourdhui.slice(0, 4)) - Number(ca.debut.slice(0, 4)));
  if (ajouterMois(ca.debut, 12 * annees) < aujourdhui) annees++;
  const anniversaire = ajouterMois(ca.debut, 12 * annees);
  return ca.fin && ca.fin < anniversaire ? ca.fin : anniversaire;
}

/** R10: last day on which the bilan annuel meeting may be held. */
export function limiteBilanAnnuel(echeance: Jour): Jour {
  return ajouterMois(echeance, -MOIS_AVANT_ECHEANCE);
}
