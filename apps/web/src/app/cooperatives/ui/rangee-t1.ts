import type { Phase } from '@coopilote/domain/cooperatives';
import { celluleMois, type EtapeLue, type GenreEtape } from '@coopilote/domain/pilotage';
import type { EtatMontre } from '@coopilote/ui';

/** A row of T1: a phase, dated or not yet, or a task. */
export interface RangeeT1 {
  id: string;
  phase: Phase;
  genre: GenreEtape;
  intitule: string;
  /** Null for a phase that nobody has dated. */
  etape: EtapeLue | null;
  /** Tasks of the phase. */
  taches: number;
}

/** What the cell of a month holds in a row; '' when nothing. */
export function cellule(rangee: RangeeT1, mois: string): '' | '▶' | 'XX' {
  const etape = rangee.etape;
  return etape ? celluleMois({ genre: etape.genre, debut: etape.debut ?? null, fin: etape.fin ?? null }, mois) : '';
}

/** Late first, then done or under way; nothing for what is still to come. */
export function etatEtape(etape: EtapeLue | null): EtatMontre | null {
  if (!etape) return null;
  if (etape.enRetard) return { ton: 'alerte', icone: 'alerte', texte: 'en retard' };
  if (etape.etat === 'FAIT') return { ton: 'ok', icone: 'oui', texte: 'fait' };
  return etape.etat === 'EN_COURS' ? { ton: 'attente', icone: 'droite', texte: 'en cours' } : null;
}
