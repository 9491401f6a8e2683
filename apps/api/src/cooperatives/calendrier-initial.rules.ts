import { ajouterJours, ajouterMois, joursEntre, type Jour } from '@coopilote/domain/commun';
import { LIBELLES_PHASES, PHASES_CALENDRIER, TACHES_PREFIGURATION, type Phase } from '@coopilote/domain/cooperatives';
import type { GenreEtape } from '@coopilote/domain/pilotage';

export interface EtapeInitiale {
  phase: Phase;
  genre: GenreEtape;
  intitule: string;
  debut: Jour;
  fin: Jour;
  ordre: number;
}

/** Months over which a programme without an end is laid out: the guide asks for a pluriannual one (4.1). */
const DUREE_MOIS = 36;

/** First month of each phase and the month after its last: a proposal, that the coordinators then move. */
const PHASES_TYPE: Record<(typeof PHASES_CALENDRIER)[number], [number, number]> = {
  PREFIGURATION: [0, 3],
  DIAGNOSTIC: [3, 7],
  PLAN_ACTIONS: [7, 12],
  MISE_EN_OEUVRE: [12, 36],
  SUIVI_EVALUATION: [12, 36],
  EVALUATION: [33, 36],
};
const TACHES_TYPE: Record<(typeof TACHES_PREFIGURATION)[number], [number, number]> = {
  'Rencontres avec les acteurs concernés': [0, 1],
  'Échanges et concertation sur la préfiguration du projet': [0, 2],
  'Mise en place des instances de gouvernance': [1, 3],
  'Validation des orientations et communication': [2, 3],
};

/**
 * T1 of a new CA: the six phases and the four tasks of the préfiguration (guide, fiche 3). Without an end the calendar
 * runs over 36 months; with one, the same proportions fill the time from `debut` to `fin`, both included.
 */
export function calendrierInitial(debut: Jour, fin: Jour | null): EtapeInitiale[] {
  const jours = fin === null ? 0 : joursEntre(debut, fin) + 1;
  const repere = (mois: number): Jour =>
    fin === null ? ajouterMois(debut, mois) : ajouterJours(debut, Math.round((jours * mois) / DUREE_MOIS));
  const dates = ([de, a]: [number, number]): { debut: Jour; fin: Jour } => {
    const veille = ajouterJours(repere(a), -1);
    // On a very short programme several marks fall on the same day.
    const premier = fin !== null && repere(de) > fin ? fin : repere(de);
    return { debut: premier, fin: veille < premier ? premier : veille };
  };
  const phases = PHASES_CALENDRIER.map((phase, i) => ({
    phase,
    genre: 'PHASE' as const,
    intitule: LIBELLES_PHASES[phase],
    ...dates(PHASES_TYPE[phase]),
    ordre: (i + 1) * 10,
  }));
  const taches = TACHES_PREFIGURATION.map((intitule, i) => ({
    phase: 'PREFIGURATION' as const,
    genre: 'TACHE' as const,
    intitule,
    ...dates(TACHES_TYPE[intitule]),
    ordre: (i + 1) * 10,
  }));
  return [...phases, ...taches];
}
