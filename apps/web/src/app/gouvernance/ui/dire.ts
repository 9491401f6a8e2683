import { momentDit, type GenreInstance, type QualiteMembre } from '@coopilote/domain/gouvernance';
import { compter } from '@coopilote/ui';

/** Headings under which seats and participants are gathered. */
export const QUALITES_AU_PLURIEL: Record<QualiteMembre, string> = {
  STRUCTURE: 'Structures membres',
  COORDINATION: 'Coordination',
  HABITANT: 'Habitants',
  ELU: 'Élus',
  FINANCEUR: 'Autres financeurs',
  INVITE: 'Personnes invitées',
};

const SEMAINE = 7;

/** « toutes les 2 semaines », « tous les 60 jours »; what the guide expects when the CA set nothing (R13). */
export function rythmeDit(jours: number | null, genre: GenreInstance): string {
  if (jours === null) return genre === 'COPIL' ? 'tous les deux à trois mois, comme le guide' : 'selon les besoins';
  if (jours === SEMAINE) return 'toutes les semaines';
  if (jours % SEMAINE === 0 && jours < 5 * SEMAINE) return `toutes les ${jours / SEMAINE} semaines`;
  return jours === 1 ? 'tous les jours' : `tous les ${compter(jours, 'jour')}`;
}

/** When a meeting takes place, in words; null when its date is not known yet. */
export function momentDeReunion(reunion: { debut: string | null; fin: string | null; fuseau: string }): string | null {
  if (!reunion.debut || !reunion.fin) return null;
  return momentDit(new Date(reunion.debut), new Date(reunion.fin), reunion.fuseau);
}
