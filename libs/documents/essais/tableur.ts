import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FormatClasseur } from '@coopilote/domain/classeurs';

const executer = promisify(execFile);
const FILTRES: Record<FormatClasseur, string> = { xlsx: 'Calc MS Excel 2007 XML', ods: 'calc8' };

/** What is typed in a cell: « Bilan », « B6 », « 1 200,5 ». */
export type Frappe = readonly [feuille: string, cellule: string, texte: string];

export interface Passage {
  octets: Buffer;
  de: FormatClasseur;
  vers: FormatClasseur;
  frappes: readonly Frappe[];
}

/**
 * Opens workbooks in LibreOffice, types in their cells, saves them: what a person does. One start for all of them. A cell
 * that the sheet protects, or that a list refuses, is told by `etats`: « Bilan.B6 protegee liste ».
 */
export async function passerParLibreOffice(
  passages: readonly Passage[],
): Promise<{ octets: Buffer; etats: string[] }[]> {
  const dossier = await mkdtemp(join(tmpdir(), 'coopilote-tableur-'));
  const soffice = (...suite: string[]) =>
    executer('soffice', [`-env:UserInstallation=file://${dossier}/profil`, '--headless', '--norestore', ...suite]);
  try {
    // A new profile writes its own library over what stands there: it is made first.
    await soffice('--terminate_after_init');
    const lignes: string[] = [];
    for (const [i, { octets, de, vers, frappes }] of passages.entries()) {
      await writeFile(join(dossier, `entree${i}.${de}`), octets);
      lignes.push(
        `d = StarDesktop.loadComponentFromURL("file://${dossier}/entree${i}.${de}", "_blank", 0, caches())`,
        `n = FreeFile`,
        `Open "${dossier}/etats${i}.txt" For Output As #n`,
        ...frappes.flatMap(([feuille, cellule, texte]) => [
          `c = d.Sheets.getByName(${basic(feuille)}).getCellRangeByName("${cellule}")`,
          `Print #n, etat(c, ${basic(`${feuille}.${cellule}`)}, d.Sheets.getByName(${basic(feuille)}).isProtected())`,
          `c.setFormula(${basic(texte)})`,
        ]),
        `Close #n`,
        `d.storeToURL("file://${dossier}/sortie${i}.${vers}", enregistrer("${FILTRES[vers]}"))`,
        `d.close(True)`,
      );
    }
    await writeFile(join(dossier, 'profil/user/basic/Standard/Module1.xba'), module(lignes));
    await soffice('macro:///Standard.Module1.Remplir()');
    return await Promise.all(
      passages.map(async ({ vers }, i) => ({
        octets: await readFile(join(dossier, `sortie${i}.${vers}`)),
        etats: (await readFile(join(dossier, `etats${i}.txt`), 'utf8')).split('\n').filter(Boolean),
      })),
    );
  } finally {
    await rm(dossier, { recursive: true, force: true });
  }
}

const basic = (texte: string): string =>
  texte
    .split('\n')
    .map((ligne) => `"${ligne.replaceAll('"', '""')}"`)
    .join(' & Chr(10) & ');

const module = (lignes: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${`Function caches()
Dim p(0) As New com.sun.star.beans.PropertyValue
p(0).Name = "Hidden"
p(0).Value = True
caches = p()
End Function
Function enregistrer(filtre As String)
Dim p(0) As New com.sun.star.beans.PropertyValue
p(0).Name = "FilterName"
p(0).Value = filtre
enregistrer = p()
End Function
Function etat(c, nom As String, protegee As Boolean) As String
etat = nom
If protegee And c.CellProtection.IsLocked Then etat = etat & " protegee"
If c.Validation.getPropertyValue("Type") = com.sun.star.sheet.ValidationType.LIST Then etat = etat & " liste"
End Function
Sub Remplir()
${lignes.join('\n')}
End Sub`
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')}</script:module>`;
