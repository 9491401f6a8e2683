import type { StatutPresence } from './genres';

interface Siege {
  id: string;
  votant: boolean;
  statut: StatutPresence;
  pouvoirA: string | null;
}

/** Where the quorum of a meeting stands. */
export interface Quorum {
  /** Voting seats called. */
  sieges: number;
  presents: number;
  pouvoirs: number;
  /** Seats that must be present or represented; null when the CA set no quorum. */
  requis: number | null;
  atteint: boolean;
}

/**
 * Counts the voting seats that are present, or represented by somebody who is present: a proxy given to somebody who did
 * not come counts for nothing.
 * @param pourcentage share of the seats that the CA asks for, null when it asks for none.
 */
export function compterQuorum(sieges: readonly Siege[], pourcentage: number | null): Quorum {
  const votants = sieges.filter((s) => s.votant);
  const presentsIds = new Set(sieges.filter((s) => s.statut === 'PRESENT').map((s) => s.id));
  const presents = votants.filter((s) => s.statut === 'PRESENT').length;
  const pouvoirs = votants.filter(
    (s) => s.statut === 'REPRESENTE' && s.pouvoirA !== null && presentsIds.has(s.pouvoirA),
  ).length;
  const requis = pourcentage === null ? null : Math.ceil((votants.length * pourcentage) / 100);
  return {
    sieges: votants.length,
    presents,
    pouvoirs,
    requis,
    atteint: requis === null || presents + pouvoirs >= requis,
  };
}

/** « 11 présents, 2 pouvoirs ; quorum de 10 atteint ». */
export function quorumDit(q: Quorum): string {
  const presents = `${q.presents} ${q.presents > 1 ? 'présents' : 'présent'}`;
  const pouvoirs = q.pouvoirs ? `, ${q.pouvoirs} ${q.pouvoirs > 1 ? 'pouvoirs' : 'pouvoir'}` : '';
  const quorum =
    q.requis === null ? '' : `\u00a0; quorum de ${q.requis} sur ${q.sieges} ${q.atteint ? 'atteint' : 'non atteint'}`;
  return `${presents}${pouvoirs} sur ${q.sieges} ${q.sieges > 1 ? 'sièges' : 'siège'}${quorum}`;
}

/** « consensus », or « vote : 7 pour, 1 contre, 2 abstentions ». */
export function modeDit(d: {
  mode: 'CONSENSUS' | 'VOTE';
  pour: number | null;
  contre: number | null;
  abstention: number | null;
}): string {
  if (d.mode === 'CONSENSUS') return 'consensus';
  const abstentions = d.abstention ?? 0;
  return `vote\u00a0: ${d.pour ?? 0} pour, ${d.contre ?? 0} contre, ${abstentions} ${abstentions > 1 ? 'abstentions' : 'abstention'}`;
}
