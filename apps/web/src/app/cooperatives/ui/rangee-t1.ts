import type { Phase } from '@coopilote/domain/cooperatives';
import { celluleMois, type EtapeLue, type GenreEtape, type TacheDeReunion } from '@coopilote/domain/pilotage';
import type { EtatMontre } from '@coopilote/ui';

/** A row of T1: a phase, dated or not yet, or a task. */
export interface RangeeT1 {
  id: string;
  phase: Phase;
  genre: GenreEtape;
  intitule: string;
  /** Null for a phase that nobody has dated. */
  etape: EtapeLue | null;
  /** A task that a meeting entrusted: written there, shown here. */
  tache: TacheDeReunion | null;
  /** Tasks of the phase. */
  taches: number;
}

/** What the cell of a month holds in a row; '' when nothing. */
export function cellule(rangee: RangeeT1, mois: string): '' | '▶' | 'XX' {
  const { debut, fin } = datesDe(rangee);
  return celluleMois({ genre: rangee.genre, debut, fin }, mois);
}

/** First and last day of a row; a task runs from its meeting to its deadline. */
export function datesDe({ etape, tache }: RangeeT1): { debut: string | null; fin: string | null } {
  if (tache) return { debut: tache.debut ?? tache.echeance, fin: tache.echeance };
  return { debut: etape?.debut ?? null, fin: etape?.fin ?? null };
}

/** Who answers for a row. */
export function responsableDe({ etape, tache }: RangeeT1): string | null {
  return tache?.qui ?? etape?.responsable ?? null;
}

/** Late first, then done or under way; nothing for what is still to come. */
export function etatEtape({ etape, tache }: RangeeT1): EtatMontre | null {
  if (!etape && !tache) return null;
  if (etape?.enRetard || tache?.enRetard) return { ton: 'alerte', icone: 'alerte', texte: 'en retard' };
  if (etape?.etat === 'FAIT') return { ton: 'ok', icone: 'oui', texte: 'fait' };
  return (etape ?? tache)?.etat === 'EN_COURS' ? { ton: 'attente', icone: 'droite', texte: 'en cours' } : null;
}
