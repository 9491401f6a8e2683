import type { PointLu, PointSaisi } from '@coopilote/domain/gouvernance';

/** A point while the agenda is being written: it keeps its `uid` from before it is saved to after. */
export interface PointEdite extends PointSaisi {
  uid: string;
}

export function versPointEdite({ id, titre, details, duree, genre, cle, rapporteur }: PointLu): PointEdite {
  return { uid: id, id, titre, details, duree, genre, cle, rapporteur };
}

/** What is sent: the `uid` stays on the page. */
export function versPointSaisi({ uid: _uid, ...saisie }: PointEdite): PointSaisi {
  return saisie;
}
