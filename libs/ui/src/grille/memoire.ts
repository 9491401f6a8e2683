import type { GridState } from 'ag-grid-community';

const RETENUS = ['columnOrder', 'columnSizing', 'columnVisibility', 'columnGroup', 'sort', 'filter'] as const;

/** What a person arranged in a table: order, widths, visible columns, folded groups, sort, filters. */
export type EtatRetenu = Pick<GridState, (typeof RETENUS)[number]>;

/** Reads what was arranged, unless the table's columns have changed since. */
export function relireEtat(cle: string, signature: string): EtatRetenu | undefined {
  if (!cle) return undefined;
  try {
    const garde = JSON.parse(localStorage.getItem(nom(cle)) ?? 'null') as {
      signature: string;
      etat: EtatRetenu;
    } | null;
    return garde?.signature === signature ? garde.etat : undefined;
  } catch {
    return undefined;
  }
}

export function retenirEtat(cle: string, signature: string, etat: GridState): void {
  if (!cle) return;
  const retenu = Object.fromEntries(
    RETENUS.filter((part) => etat[part] !== undefined).map((part) => [part, etat[part]]),
  );
  localStorage.setItem(nom(cle), JSON.stringify({ signature, etat: retenu }));
}

export function oublierEtat(cle: string): void {
  localStorage.removeItem(nom(cle));
}

function nom(cle: string): string {
  return `coopilote.grille.${cle}`;
}
