/** A stretch of a meeting, in minutes from its beginning. */
export interface Plage {
  debut: number;
  fin: number;
}

/** When each point begins and ends, taken in their order one after the other. */
export function derouler(points: readonly { duree: number }[]): Plage[] {
  let debut = 0;
  return points.map(({ duree }) => {
    const plage = { debut, fin: debut + duree };
    debut = plage.fin;
    return plage;
  });
}

/** How an agenda fits the length of its meeting, in minutes: `reste` is negative when there is too much. */
export function remplissage(points: readonly { duree: number }[], duree: number): { total: number; reste: number } {
  const total = points.reduce((somme, point) => somme + point.duree, 0);
  return { total, reste: duree - total };
}

/** « 45 min », « 2 h », « 1 h 25 ». */
export function dureeDite(minutes: number): string {
  const heures = Math.floor(minutes / 60);
  const reste = minutes % 60;
  if (!heures) return `${reste}\u00a0min`;
  return `${heures}\u00a0h${reste ? `\u00a0${String(reste).padStart(2, '0')}` : ''}`;
}

/** Moves one element of a list; the list itself is left as it is. */
export function deplacer<T>(liste: readonly T[], de: number, vers: number): T[] {
  const copie = [...liste];
  const [element] = copie.splice(de, 1);
  if (element !== undefined) copie.splice(vers, 0, element);
  return copie;
}
