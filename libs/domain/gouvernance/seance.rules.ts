import type { ParticipantLu, PointLu } from './reunion.contract';
import type { DecisionLue, SeanceLue } from './seance.contract';

/** What the clock of a point needs; `duree` in minutes, `ecoule` in seconds spent before it was last left. */
export type PointMinute = Pick<PointLu, 'id' | 'ordre' | 'duree' | 'ecoule' | 'traite'>;
/** Where the séance stands: the point under way, and since which instant (ISO 8601). */
export type EnCours = Pick<SeanceLue, 'pointId' | 'pointDepuis'>;

/** Seconds spent on a point at an instant (milliseconds since 1970, on the server's clock). */
export function tempsPasse(point: PointMinute, enCours: EnCours, maintenant: number): number {
  if (enCours.pointId !== point.id || !enCours.pointDepuis) return point.ecoule;
  return point.ecoule + Math.max(0, Math.floor((maintenant - Date.parse(enCours.pointDepuis)) / 1000));
}

/** Seconds left on a point; negative once it runs over. */
export function tempsRestant(point: PointMinute, enCours: EnCours, maintenant: number): number {
  return point.duree * 60 - tempsPasse(point, enCours, maintenant);
}

/** « 12:40 », « 1:02:40 » past the hour, « +3:20 » for a time that is over by as much. */
export function chronoDit(secondes: number): string {
  const total = Math.abs(Math.trunc(secondes));
  const deux = (n: number): string => String(n).padStart(2, '0');
  const heures = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const texte = heures ? `${heures}:${deux(minutes)}:${deux(total % 60)}` : `${minutes}:${deux(total % 60)}`;
  return secondes < 0 ? `+${texte}` : texte;
}

/** The point that follows in the order of the agenda, else the first that was skipped; null when every point was taken. */
export function pointSuivant<P extends PointMinute>(points: readonly P[], pointId: string | null): P | null {
  const rang = points.find((p) => p.id === pointId)?.ordre ?? -Infinity;
  const aTraiter = points.filter((p) => !p.traite && p.id !== pointId).sort((a, b) => a.ordre - b.ordre);
  return aTraiter.find((p) => p.ordre > rang) ?? aTraiter[0] ?? null;
}

/** Instant at which the agenda ends when what is left of it takes the time it was given. */
export function finEstimee(points: readonly PointMinute[], enCours: EnCours, maintenant: number): number {
  const secondes = points
    .filter((p) => !p.traite || p.id === enCours.pointId)
    .reduce((somme, p) => somme + Math.max(0, tempsRestant(p, enCours, maintenant)), 0);
  return maintenant + secondes * 1000;
}

/** Votes counted beyond the seats that may vote: a slip of the pen that the room can still see. */
export function voixEnTrop(
  decision: Pick<DecisionLue, 'mode'> & { pour?: number | null; contre?: number | null; abstention?: number | null },
  sieges: number,
): number {
  if (decision.mode !== 'VOTE') return 0;
  return Math.max(0, (decision.pour ?? 0) + (decision.contre ?? 0) + (decision.abstention ?? 0) - sieges);
}

export type CodeManque = 'NON_TRAITE' | 'SANS_TRACE' | 'SANS_ECHEANCE' | 'PRESENCES' | 'QUORUM';
export interface Manque {
  code: CodeManque;
  message: string;
  /** What it is about, one a line. */
  elements: string[];
}

const pluriel = (n: number, un: string, plusieurs: string): string => (n > 1 ? `${n} ${plusieurs}` : un);

/** What a séance leaves open when it is closed: nothing forbids it, the room is told while it can still be mended. */
export function manquesAvantCloture({ reunion, pointId, decisions, taches, notes }: SeanceLue): Manque[] {
  const manques: Manque[] = [];
  const ajouter = (code: CodeManque, elements: string[], un: string, plusieurs: string): void => {
    if (elements.length) manques.push({ code, message: pluriel(elements.length, un, plusieurs), elements });
  };
  const pris = reunion.points.filter((p) => p.traite || p.id === pointId);
  const parle = new Set([...decisions, ...taches].map((d) => d.pointId));
  ajouter(
    'NON_TRAITE',
    reunion.points.filter((p) => !pris.includes(p)).map((p) => p.titre),
    'Un point n’a pas été traité\u00a0: il sera proposé à la réunion suivante.',
    'points n’ont pas été traités\u00a0: ils seront proposés à la réunion suivante.',
  );
  ajouter(
    'SANS_TRACE',
    pris.filter((p) => !parle.has(p.id) && !notes[p.id]?.trim()).map((p) => p.titre),
    'Un point traité n’a ni note, ni décision, ni tâche.',
    'points traités n’ont ni note, ni décision, ni tâche.',
  );
  ajouter(
    'SANS_ECHEANCE',
    taches.filter((t) => !t.echeance).map((t) => `${t.quoi} (${t.qui})`),
    'Une tâche n’a pas d’échéance.',
    'tâches n’ont pas d’échéance.',
  );
  ajouter(
    'PRESENCES',
    reunion.participants.filter((p) => p.statut === 'ATTENDU').map(({ nom }) => nom),
    'Une personne n’est notée ni présente ni excusée\u00a0: elle sera notée absente.',
    'personnes ne sont notées ni présentes ni excusées\u00a0: elles seront notées absentes.',
  );
  if (reunion.quorum && !reunion.quorum.atteint) {
    manques.push({ code: 'QUORUM', message: 'Le quorum n’est pas atteint.', elements: [] });
  }
  return manques;
}

/** The seats that somebody who is present may speak for. */
export function mandatairesPossibles(
  participants: readonly ParticipantLu[],
  mandant: Pick<ParticipantLu, 'id'>,
): ParticipantLu[] {
  return participants.filter((p) => p.id !== mandant.id && p.statut === 'PRESENT');
}
