import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** Clicks what downloads a CSV, and reads its cells: semicolons, quotes, a byte order mark (French spreadsheets). */
export async function exporterCsv(page: Page, bouton: Locator): Promise<string[][]> {
  const [fichier] = await Promise.all([page.waitForEvent('download'), bouton.click()]);
  expect(fichier.suggestedFilename()).toMatch(/\.csv$/);
  const contenu = await readFile(await fichier.path(), 'utf8');
  expect(contenu.startsWith('\ufeff'), 'marque d’ordre des octets').toBe(true);
  return lire(contenu.slice(1));
}

function lire(contenu: string): string[][] {
  const lignes: string[][] = [[]];
  for (const [, guillemets, simple, separateur] of contenu.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n|$)/g)) {
    lignes.at(-1)?.push(guillemets?.replaceAll('""', '"') ?? simple ?? '');
    if (separateur === '\r\n') lignes.push([]);
    if (separateur === '') break;
  }
  return lignes.filter((ligne) => ligne.length > 1 || ligne[0] !== '');
}

/** No cell that a spreadsheet would run as a formula: only numbers may start by a sign. */
export function sansFormule(lignes: readonly string[][]): void {
  const cellules = lignes.flat();
  expect(cellules.length).toBeGreaterThan(10);
  const nombre = /^-?\d+(,\d+)?$/;
  expect(cellules.filter((cellule) => /^[=+\-@\t\r]/.test(cellule) && !nombre.test(cellule))).toEqual([]);
}
