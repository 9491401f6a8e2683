import { readFile } from 'node:fs/promises';
import { PageCooperative } from './pages/cooperative';
import { PageTableaux } from './pages/tableaux';
import { TELEPHONE, expect, pageSaine, test } from './test';

const DIABETE = 'Accompagnement du développement de l’offre en promotion de la santé pour les personnes diabétiques';
const pdf = (nom: string, texte: string) => ({
  name: nom,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${texte}\n%%EOF\n`),
});

test('documents are added, refused beside their name, opened, and taken away by who may', async ({ entrer }) => {
  const page = await entrer('dd93@demo.test');
  await new PageTableaux(page).ouvrir(DIABETE);
  await new PageCooperative(page).onglet('Documents');
  await expect(page).toHaveURL(/\/documents$/);
  const adresse = page.url();
  const nom = `Convention ${Date.now()}.pdf`;
  const documents = page.getByRole('list', { name: 'Documents', exact: true });
  await page
    .getByLabel('Ajouter des documents')
    .setInputFiles([
      pdf(nom, nom),
      { name: 'programme.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    ]);
  await expect(documents.getByRole('link', { name: nom })).toBeVisible();
  const enCours = page.getByRole('list', { name: 'Documents en cours d’envoi' });
  await expect(enCours.getByRole('alert')).toContainText('Ce genre de fichier n’est pas accepté');
  await pageSaine(page);
  await enCours.getByRole('button', { name: 'Ôter de la liste' }).click();
  await expect(enCours).toBeHidden();

  const telechargement = page.waitForEvent('download');
  await documents.getByRole('link', { name: nom }).click();
  const recu = await telechargement;
  expect(recu.suggestedFilename()).toBe(nom);
  expect(await readFile(await recu.path(), 'latin1')).toContain(nom);

  const lecteur = await entrer('habitant93@demo.test', { ecran: TELEPHONE });
  await lecteur.goto(adresse);
  await expect(lecteur.getByRole('link', { name: nom })).toBeVisible();
  await expect(lecteur.getByLabel('Ajouter des documents')).toBeHidden();
  await expect(lecteur.getByRole('button', { name: new RegExp(`Retirer le document ${nom}`) })).toBeHidden();
  await pageSaine(lecteur);

  await documents.getByRole('button', { name: new RegExp(`Retirer le document ${nom}`) }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer le document' }).press('Enter');
  await expect(page.getByRole('link', { name: nom })).toBeHidden();
});
