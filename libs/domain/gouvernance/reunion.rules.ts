import type { EtatReunion } from './genres';

export type ActeReunion = 'CONVOQUER' | 'METTRE_A_JOUR' | 'OUVRIR' | 'CLORE' | 'ROUVRIR' | 'ANNULER';

export interface TransitionDeReunion {
  acte: ActeReunion;
  de: EtatReunion;
  vers: EtatReunion;
  libelle: string;
  motifRequis: boolean;
}

/** A meeting is prepared, convened, held, closed; what was convened is cancelled with a word to those who had noted it. */
export const TRANSITIONS_REUNION: readonly TransitionDeReunion[] = [
  { acte: 'CONVOQUER', de: 'PREPARATION', vers: 'CONVOQUEE', libelle: 'Convoquer', motifRequis: false },
  { acte: 'METTRE_A_JOUR', de: 'CONVOQUEE', vers: 'CONVOQUEE', libelle: 'Renvoyer la convocation', motifRequis: false },
  { acte: 'OUVRIR', de: 'CONVOQUEE', vers: 'EN_SEANCE', libelle: 'Ouvrir la séance', motifRequis: false },
  { acte: 'CLORE', de: 'EN_SEANCE', vers: 'CLOSE', libelle: 'Clore la séance', motifRequis: false },
  { acte: 'ROUVRIR', de: 'CLOSE', vers: 'EN_SEANCE', libelle: 'Rouvrir la séance', motifRequis: false },
  { acte: 'ANNULER', de: 'PREPARATION', vers: 'ANNULEE', libelle: 'Annuler la réunion', motifRequis: false },
  { acte: 'ANNULER', de: 'CONVOQUEE', vers: 'ANNULEE', libelle: 'Annuler la réunion', motifRequis: true },
];

export function transitionReunion(de: EtatReunion, vers: EtatReunion): TransitionDeReunion | null {
  return TRANSITIONS_REUNION.find((t) => t.de === de && t.vers === vers) ?? null;
}

/** States in which date, place, agenda and guests are still written. */
export const ETATS_PREPARABLES: readonly EtatReunion[] = ['PREPARATION', 'CONVOQUEE'];

/** « 2026-14 »: decisions are numbered by CA and year, whatever the instance. */
export function numeroDecision(annee: number, numero: number): string {
  return `${annee}-${String(numero).padStart(2, '0')}`;
}
