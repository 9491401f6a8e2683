import { readXlsx, writeXlsx, type Cell, type CellValue } from 'hucre/xlsx';

export type Saisie = readonly [feuille: string, cellule: string, valeur: CellValue | Partial<Cell>];

/** The form that sends a workbook. */
export function formulaireClasseur(octets: Uint8Array | string, champs: Record<string, string> = {}): FormData {
  const formulaire = new FormData();
  for (const [nom, valeur] of Object.entries(champs)) formulaire.set(nom, valeur);
  formulaire.set('fichier', new Blob([octets as BlobPart]), 'classeur.xlsx');
  return formulaire;
}

/** A workbook of ours in which somebody typed. */
export async function remplir(octets: Uint8Array, saisies: readonly Saisie[]): Promise<Uint8Array> {
  const { sheets } = await readXlsx(octets);
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => {
      const cells = new Map<string, Partial<Cell>>();
      for (const [feuille, cellule, valeur] of saisies) {
        if (feuille !== name) continue;
        const [, lettres = 'A', ligne = '1'] = /^([A-Z]+)(\d+)$/.exec(cellule) ?? [];
        const colonne = [...lettres].reduce((rang, lettre) => rang * 26 + lettre.charCodeAt(0) - 64, 0) - 1;
        const detail =
          valeur !== null && typeof valeur === 'object' && !(valeur instanceof Date) ? valeur : { value: valeur };
        cells.set(`${Number(ligne) - 1},${colonne}`, detail);
      }
      return { name, rows, cells };
    }),
  });
}

/** Address of the cell of a column, on the row whose `cle` column holds a value. */
export async function celluleDe(octets: Uint8Array, feuille: string, cle: string, colonne: string): Promise<string> {
  const { sheets } = await readXlsx(octets);
  const ligne = sheets.find(({ name }) => name === feuille)?.rows.findIndex((rangee) => rangee.includes(cle)) ?? -1;
  if (ligne < 0) throw new Error(`${feuille} n’a pas de ligne ${cle}`);
  return `${colonne}${ligne + 1}`;
}
