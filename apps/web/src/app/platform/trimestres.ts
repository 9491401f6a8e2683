import { jourAParis } from '@coopilote/domain/commun/dates';
import { type Trimestre, decalerTrimestre, ecrireTrimestre, trimestreDe } from '@coopilote/domain/commun/trimestre';
import type { Option } from '@coopilote/ui/champs/champ-base';
import { formatTrimestre } from '@coopilote/ui/format/format';

/** The quarter of today, in Paris (R18). */
export function trimestreCourant(): Trimestre {
  return trimestreDe(jourAParis(new Date()));
}

/** The last quarters, newest first, as the entries of a list: « T3 2026 ». */
export function optionsTrimestres(nombre: number): Option[] {
  const courant = trimestreCourant();
  return Array.from({ length: nombre }, (_, recul) => {
    const trimestre = decalerTrimestre(courant, -recul);
    return { valeur: ecrireTrimestre(trimestre), libelle: formatTrimestre(trimestre) };
  });
}
