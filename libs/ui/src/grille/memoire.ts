import type { GridState } from 'ag-grid-community';
import type { ColonneGrille } from './colonne';

const RETENUS = ['columnOrder', 'columnSizing', 'columnVisibility', 'columnGroup', 'sort', 'filter'] as const;

/** What a person arranged in a table: order, widths, visible columns, folded groups, sort, filters. */
export type EtatRetenu = Pick<GridState, (typeof RETENUS)[number]>;

/** What the memory needs to know of a column. */
export type ColonneRetenue = Pick<ColonneGrille<unknown>, 'cle' | 'genre' | 'groupe' | 'replie'>;

/** Reads what was arranged, unless the table's own columns have changed since. */
export function relireEtat(cle: string, colonnes: readonly ColonneRetenue[]): EtatRetenu | undefined {
  if (!cle) return undefined;
  try {
    const garde = JSON.parse(localStorage.getItem(nom(cle)) ?? 'null') as {
      signature: string;
      etat: EtatRetenu;
    } | null;
    return garde?.signature === signer(colonnes) ? accorder(garde.etat, colonnes) : undefined;
  } catch {
    return undefined;
  }
}

export function retenirEtat(cle: string, colonnes: readonly ColonneRetenue[], etat: GridState): void {
  if (!cle) return;
  const retenu = Object.fromEntries(
    RETENUS.filter((part) => etat[part] !== undefined).map((part) => [part, etat[part]]),
  );
  localStorage.setItem(nom(cle), JSON.stringify({ signature: signer(colonnes), etat: retenu }));
}

export function oublierEtat(cle: string): void {
  localStorage.removeItem(nom(cle));
}

/**
 * The same arrangement on a table that has other months: a column that is gone is forgotten, a new one stands after the one
 * declared before it, and a new group is folded or not as declared.
 */
export function accorder(etat: EtatRetenu, colonnes: readonly ColonneRetenue[]): EtatRetenu {
  if (!etat.columnOrder) return etat;
  const retenues = new Set(etat.columnOrder.orderedColIds);
  const presentes = new Set(colonnes.map(({ cle }) => cle));
  const ordre = etat.columnOrder.orderedColIds.filter((cle) => presentes.has(cle));
  const ouverts = new Set(etat.columnGroup?.openColumnGroupIds);
  const connus = new Set(colonnes.filter(({ cle }) => retenues.has(cle)).map(({ groupe }) => groupe));
  colonnes.forEach(({ cle, groupe, replie }, rang) => {
    if (retenues.has(cle)) return;
    const precedente = colonnes[rang - 1];
    ordre.splice(precedente ? ordre.indexOf(precedente.cle) + 1 : 0, 0, cle);
    if (!groupe || connus.has(groupe)) return;
    connus.add(groupe);
    if (!replie) ouverts.add(groupe);
  });
  return {
    ...etat,
    columnOrder: { orderedColIds: ordre },
    // AG Grid says nothing of the groups when all are folded: said, an empty list keeps them so.
    columnGroup: { openColumnGroupIds: [...ouverts] },
  };
}

/** Months come and go with the dates of a calendar: they are not the table's own. */
function signer(colonnes: readonly ColonneRetenue[]): string {
  return colonnes
    .filter(({ genre }) => genre !== 'repere')
    .map(({ cle }) => cle)
    .join('|');
}

function nom(cle: string): string {
  return `coopilote.grille.${cle}`;
}
