import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';

/** What is typed in one cell: its sheet, the row (its rank, or a key that stands in it), its column (its rank, or its heading). */
export type Frappe = readonly [feuille: string, ligne: number | string, colonne: number | string, valeur: CellValue];

/** The workbook as a spreadsheet saves it, once typed in. */
export async function saisir(octets: Buffer, frappes: readonly Frappe[]): Promise<Buffer> {
  const { sheets } = await readXlsx(octets);
  for (const [feuille, ou, colonne, valeur] of frappes) {
    const rows = sheets.find(({ name }) => name === feuille)?.rows;
    const rang = typeof ou === 'number' ? ou : (rows?.findIndex((rangee) => rangee.includes(ou)) ?? -1);
    const c =
      typeof colonne === 'number'
        ? colonne
        : (rows?.[0]?.findIndex((entete) => entete === colonne || entete === `${colonne} *`) ?? -1);
    if (!rows || rang < 0 || c < 0) throw new Error(`Absent du classeur : ${feuille}, ${ou}, ${colonne}`);
    (rows[rang] ??= [])[c] = valeur;
  }
  return Buffer.from(await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) }));
}

/** The bytes that a link gives. */
export async function telecharger(page: Page, nom: string): Promise<Buffer> {
  const telechargement = page.waitForEvent('download');
  await page.getByRole('link', { name: nom, exact: true }).click();
  return readFile(await (await telechargement).path());
}

export async function envoyer(champ: Locator, buffer: Buffer): Promise<void> {
  await champ.setInputFiles({
    name: 'classeur.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });
}

/** The rows of the first sheet of a workbook, as LibreOffice opens it. */
export async function lignesDansLibreOffice(classeur: string): Promise<string[]> {
  const dossier = await mkdtemp(join(tmpdir(), 'coopilote-parcours-'));
  try {
    const profil = `-env:UserInstallation=file://${dossier}/profil`;
    await promisify(execFile)('soffice', [profil, '--headless', '--convert-to', 'csv', '--outdir', dossier, classeur]);
    const nom = (classeur.split('/').pop() ?? '').replace(/\.\w+$/, '');
    return (await readFile(join(dossier, `${nom}.csv`), 'utf8')).split('\n');
  } finally {
    await rm(dossier, { recursive: true, force: true });
  }
}
