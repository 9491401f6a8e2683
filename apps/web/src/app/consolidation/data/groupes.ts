import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { GroupesConsolidation } from '@coopilote/domain/consolidation/groupes.contract';
import type { AxeGroupe } from '@coopilote/domain/consolidation/groupes.rules';
import type { FiltresLus } from './filtres';

/** More lines than that are not read one by one: the page proposes to narrow them before it shows them by pages. */
export const LIGNES_LUES = 2000;
/** The most that the API gives at once: what a comparison looks its lines up in. */
const LIGNES_COMPAREES = 20_000;

export interface DemandeGroupes {
  filtres: FiltresLus;
  par: readonly AxeGroupe[];
  page?: number;
  limite?: number;
}

/** Groups of T6; nothing is asked while there is no demand. */
export function groupesConsolidation(
  demande: () => DemandeGroupes | undefined,
): HttpResourceRef<GroupesConsolidation | undefined> {
  return httpResource<GroupesConsolidation>(() => {
    const lue = demande();
    if (!lue) return undefined;
    const { filtres, par, page = 1, limite = LIGNES_LUES } = lue;
    return { url: '/api/consolidation/groupes', params: { ...filtres, par: par.join(','), page, limite } };
  });
}

/** The same groups over another period. */
export function groupesCompares(
  demande: () => DemandeGroupes | undefined,
  periode: () => { du: string; au: string } | null,
): HttpResourceRef<GroupesConsolidation | undefined> {
  return groupesConsolidation(() => {
    const [lue, autre] = [demande(), periode()];
    return lue && autre ? { filtres: { ...lue.filtres, ...autre }, par: lue.par, limite: LIGNES_COMPAREES } : undefined;
  });
}
