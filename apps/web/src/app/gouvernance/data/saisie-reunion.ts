import type { ReunionLue, ReunionModifiee } from '@coopilote/domain/gouvernance';

/** The form's value for a meeting as it stands. */
export function versSaisie(reunion: ReunionLue): ReunionModifiee {
  const { titre, debutLocal, duree, fuseau, lieu, visio, message, version } = reunion;
  return { titre, debut: debutLocal, duree, fuseau, lieu, visio, message, version };
}
