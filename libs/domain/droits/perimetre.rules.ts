import type { Identite } from '../comptes/roles';
import { peut, type Operation } from './droits.rules';

/** Everything that a person may do one operation on, as lists: what a query over many rows is held to. */
export interface Perimetre {
  regions: string[];
  departements: string[];
  cooperatives: string[];
  structures: string[];
}

const distincts = (valeurs: (string | null)[]): string[] => [...new Set(valeurs.filter((v) => v !== null))];

/** Where `operation` is open to `identite`; asks `peut()` alone, so that both can never part. Empty lists open nothing. */
export function perimetreDe(identite: Identite, operation: Operation): Perimetre {
  const { attributions } = identite;
  return {
    regions: distincts(attributions.map((a) => a.regionCode)).filter((regionCode) =>
      peut(identite, operation, { regionCode }),
    ),
    departements: distincts(attributions.map((a) => a.departementCode)).filter((departementCode) =>
      peut(identite, operation, { departementCode }),
    ),
    cooperatives: distincts(attributions.flatMap((a) => [a.cooperativeId, ...a.cooperatives])).filter((cooperativeId) =>
      peut(identite, operation, { cooperativeId }),
    ),
    structures: distincts(attributions.map((a) => a.structureId)).filter((structureId) =>
      peut(identite, operation, { structureId }),
    ),
  };
}
