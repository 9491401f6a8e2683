import { HttpResourceRef, httpResource } from '@angular/common/http';
import type { SuiviActions, SuiviIndicateurs } from '@coopilote/domain/pilotage/tableaux.contract';

/** T3 of a CA for a quarter (« 2026-T3 »; the last ended one when empty). */
export function suiviActions(id: () => string, trimestre: () => string): HttpResourceRef<SuiviActions | undefined> {
  return httpResource<SuiviActions>(() => lire(`/api/cooperatives/${id()}/suivi-actions`, trimestre()));
}

/** T2 of a CA: the year up to a quarter. */
export function suiviIndicateurs(
  id: () => string,
  trimestre: () => string,
): HttpResourceRef<SuiviIndicateurs | undefined> {
  return httpResource<SuiviIndicateurs>(() => lire(`/api/cooperatives/${id()}/indicateurs`, trimestre()));
}

function lire(url: string, trimestre: string): { url: string; params: Record<string, string> } {
  return { url, params: trimestre ? { trimestre } : {} };
}
