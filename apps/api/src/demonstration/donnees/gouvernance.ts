import type { GenrePoint } from '@coopilote/domain/gouvernance';

/** A point of a demonstration copil, and what came out of it when it was held. */
export interface PointDemonstration {
  titre: string;
  duree: number;
  genre: GenrePoint;
  notes?: string;
  decision?: string;
  /** The decision moves a step of T1 by a month. */
  decale?: boolean;
  tache?: string;
}

export const POINTS_TENUS: readonly PointDemonstration[] = [
  {
    titre: 'Où en sont les actions',
    duree: 30,
    genre: 'HORS_CIBLE',
    notes:
      'Tour de table des structures.\n- Les ateliers ont repris après l’été.\n- Deux actions attendent encore une salle.\nLes habitants demandent des horaires en soirée.',
    decision: 'Proposer un créneau par mois en soirée pour les actions collectives.',
    tache: 'Relever les salles libres en soirée auprès des communes.',
  },
  {
    titre: 'Calendrier du programme',
    duree: 20,
    genre: 'CALENDRIER',
    notes: 'La prochaine étape prend du retard\u00a0: les entretiens ne sont pas terminés.',
    decision: 'Reporter d’un mois la fin de l’étape en cours.',
    decale: true,
  },
  {
    titre: 'Participation des habitants',
    duree: 20,
    genre: 'LIBRE',
    notes: 'Deux habitants souhaitent rejoindre le comité.\n- Les convier à la prochaine réunion.',
  },
];

export const POINTS_A_VENIR: readonly PointDemonstration[] = [
  { titre: 'Décidé, fait, pas fait', duree: 10, genre: 'SUITES' },
  { titre: 'Indicateurs hors cible', duree: 25, genre: 'HORS_CIBLE' },
  { titre: 'Bilans en retard ou renvoyés', duree: 10, genre: 'BILANS' },
  { titre: 'Questions des habitants', duree: 20, genre: 'LIBRE' },
];
