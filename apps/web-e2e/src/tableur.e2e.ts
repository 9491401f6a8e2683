import { readFile } from 'node:fs/promises';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { BilanLigne } from '@coopilote/domain/bilans/bilan.contract';
import { ETATS_SAISIE } from '@coopilote/domain/bilans/bilan.rules';
import type { Page as PageDeListe } from '@coopilote/domain/commun/page.contract';
import { TELEPHONE, expect, pageSaine, test } from './test';

/** The workbook as a spreadsheet saves it, once typed in: by key of its row, then by column. */
async function saisir(
  octets: Buffer,
  frappes: readonly [cle: string, colonne: number, texte: string][],
): Promise<Buffer> {
  const { sheets } = await readXlsx(octets);
  for (const [cle, colonne, texte] of frappes) {
    const ligne = sheets[0]?.rows.find((rangee) => rangee.includes(cle));
    if (!ligne) throw new Error(`Ligne absente du classeur : ${cle}`);
    ligne[colonne] = texte;
  }
  return Buffer.from(await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) }));
}

test('a report goes to a spreadsheet and comes back, on a phone', async ({ entrer }) => {
  const page = await entrer('partenaire-ces-yvelines@demo.test', { ecran: TELEPHONE });
  const { lignes } = (await (
    await page.request.get('/api/bilans-trimestriels?taille=100')
  ).json()) as PageDeListe<BilanLigne>;
  const bilan = lignes.find(({ etat }) => ETATS_SAISIE.includes(etat));
  await page.goto(`/bilans/${bilan?.id}`);
  await page.getByRole('button', { name: 'Remplir dans un tableur' }).press('Enter');
  await pageSaine(page);

  const telechargement = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger mon bilan (.xlsx)' }).click();
  const parti = await readFile(await (await telechargement).path());
  const renvoyer = (buffer: Buffer) =>
    page.getByLabel('Renvoyer mon classeur').setInputFiles({
      name: 'bilan.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    });

  await renvoyer(await saisir(parti, [['beneficiaires', 1, 'une centaine']]));
  const refus = page.getByRole('alert').filter({ hasText: 'à corriger dans le classeur' });
  await expect(refus).toContainText('Bilan!B11');
  await expect(refus).toContainText('Un nombre est attendu');
  await pageSaine(page);

  const piste = `Ouvrir le samedi, ${Date.now().toString(36)}`;
  await renvoyer(
    await saisir(parti, [
      ['beneficiaires', 1, '1 200'],
      ['pistes', 2, piste],
    ]),
  );
  await expect(page.getByRole('heading', { name: /à appliquer/ })).toBeVisible();
  await expect(page.getByText(piste)).toBeVisible();
  await pageSaine(page);
  await page.getByRole('button', { name: 'Appliquer' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Pistes d’amélioration' })).toHaveValue(piste);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Pistes d’amélioration' })).toHaveValue(piste);
  await expect(page.getByRole('textbox', { name: 'Nombre de bénéficiaires touchés ce trimestre' })).toHaveValue(
    /^1\s200$/,
  );
});
