import { HttpResourceRef, HttpResourceRequest, httpResource } from '@angular/common/http';
import type { SuiviActions, SuiviIndicateurs } from '@coopilote/domain/pilotage/tableaux.contract';

/** T3 of a CA for a quarter (« 2026-T3 »; the last ended one when empty). */
export function suiviActions(id: () => string, trimestre: () => string): HttpResourceRef<SuiviActions | undefined> {
  return httpResource<SuiviActions>(() => lire(id(), 'suivi-actions', trimestre()));
}

/** T2 of a CA: the year up to a quarter. */
export function suiviIndicateurs(
  id: () => string,
  trimestre: () => string,
): HttpResourceRef<SuiviIndicateurs | undefined> {
  return httpResource<SuiviIndicateurs>(() => lire(id(), 'indicateurs', trimestre()));
}

/** Nothing is asked while the CA is not known yet. */
function lire(id: string, tableau: string, trimestre: string): HttpResourceRequest | undefined {
  if (!id) return undefined;
  return { url: `/api/cooperatives/${id}/${tableau}`, params: trimestre ? { trimestre } : {} };
}
