import { libelleCourtTrimestre, lireTrimestre } from '../commun/trimestre';
import { LIBELLES_PHASES, PHASES } from '../cooperatives/phases.rules';
import { MODES_AGREGATION, UNITES, type ModeAgregation, type Unite } from '../referentiel/listes';
import type { AxeGroupe } from './groupes.rules';

/** Words of the keys that stand for « none ». */
const AUCUN: Partial<Record<AxeGroupe, Record<string, string>>> = {
  epci: { TOUT: 'Sans intercommunalité' },
  territoire: { TOUT: 'Tout le territoire' },
  thematique: { SANS: 'Sans thématique' },
  public: { SANS: 'Sans public précisé' },
};

/** How a key of an axis is called; `libelles` are the words that the API sends for that axis. */
export function libelleCle(axe: AxeGroupe, cle: string, libelles: Record<string, string> | undefined): string {
  const lu = libelles?.[cle];
  switch (axe) {
    case 'departement':
      // A département is known by its number as much as by its name.
      return lu ? `${cle} ${lu}` : cle;
    case 'phase':
      return PHASES.flatMap((phase) => (phase === cle ? LIBELLES_PHASES[phase] : []))[0] ?? cle;
    case 'trimestre': {
      const trimestre = lireTrimestre(cle);
      return trimestre ? libelleCourtTrimestre(trimestre) : cle;
    }
    default:
      return AUCUN[axe]?.[cle] ?? lu ?? cle;
  }
}

/** What the measures of a group count. */
export interface Mesure {
  unite: Unite;
  mode: ModeAgregation;
}

/** Reads « SEANCES:HEURES:SOMME », the key of a common indicator: its code, its unit, its mode. */
export function lireIndicateur(cle: string | undefined): Mesure | null {
  const [, u, m] = cle?.split(':') ?? [];
  const unite = UNITES.find((connue) => connue === u);
  const mode = MODES_AGREGATION.find((connu) => connu === m);
  return unite && mode ? { unite, mode } : null;
}

/** What a group counts: the indicator of its own keys, or the one that the selection names; null: reports and people. */
export function mesureDe(
  axes: readonly AxeGroupe[],
  cles: readonly string[],
  indicateur: string | undefined,
): Mesure | null {
  return lireIndicateur(cles[axes.indexOf('indicateur')] ?? indicateur);
}
