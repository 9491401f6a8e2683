import type { Page } from '@playwright/test';
import type { Page as PageDeLignes } from '@coopilote/domain/commun/page.contract';
import { demander } from './demander';
import { DIABETE } from './donnees';
import { ACTES_REUNION, PageGouvernance } from './pages/reunion';
import { saineAuxDeuxLargeurs } from './sante-page';
import { expect, pageSaine, test } from './test';

const COPIL = 'Comité de pilotage';

/** The governance of the CA on diabetes, opened by somebody who only reads it. */
async function ouvrirDiabete(page: Page): Promise<PageGouvernance> {
  const { lignes } = await demander<PageDeLignes<{ id: string; intitule: string }>>(
    page,
    'GET',
    `cooperatives?q=${encodeURIComponent('diabétiques')}`,
  );
  const gouvernance = new PageGouvernance(page);
  await gouvernance.ouvrir(lignes.find(({ intitule }) => intitule === DIABETE)?.id ?? '');
  await expect(gouvernance.sieges(COPIL)).toBeVisible();
  return gouvernance;
}

test('A partner reads the governance of its CA and a meeting, without an act and without an address', async ({
  entrer,
}) => {
  const page = await entrer('partenaire-diabete-quartiers@demo.test');
  const gouvernance = await ouvrirDiabete(page);
  await expect(page.getByRole('button', { name: /Créer une|Modifier|Ajouter/ })).toHaveCount(0);
  await expect(gouvernance.sieges(COPIL)).not.toContainText('@');
  await saineAuxDeuxLargeurs(page);
  await gouvernance.carte('Réunions à venir').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/reunions\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'Ordre du jour' })).toBeVisible();
  await expect(page.getByRole('button', { name: ACTES_REUNION })).toHaveCount(0);
  await expect(page.getByRole('group', { name: /participants?$/ })).not.toContainText('@');
  await saineAuxDeuxLargeurs(page);
});

for (const courriel of ['habitant93@demo.test', 'evaluateur-externe93@demo.test', 'evaluateur@demo.test']) {
  test(`${courriel} reads the governance of a CA, without an act`, async ({ entrer }) => {
    const page = await entrer(courriel);
    const gouvernance = await ouvrirDiabete(page);
    await expect(page.getByRole('button', { name: /Créer une|Modifier|Ajouter/ })).toHaveCount(0);
    await expect(gouvernance.sieges(COPIL)).not.toContainText('@');
    await pageSaine(page);
  });
}

test('One’s own calendar has a secret address, renewed and taken back', async ({ entrer }) => {
  const page = await entrer('dd93@demo.test');
  const gouvernance = await ouvrirDiabete(page);
  const carte = gouvernance.carte('Mon calendrier');
  await carte.getByRole('button', { name: /Créer mon adresse|Renouveler l’adresse/ }).click();
  const confirmation = page.getByRole('dialog', { name: 'Renouveler l’adresse' });
  const champ = carte.getByRole('textbox', { name: 'Votre adresse secrète' });
  await expect(confirmation.or(champ)).toBeVisible();
  if (await confirmation.isVisible()) await confirmation.getByRole('button', { name: 'Renouveler l’adresse' }).click();
  const adresse = new URL(await champ.inputValue()).pathname;
  await pageSaine(page);
  const lue = await page.request.get(adresse);
  expect(await lue.text()).toContain('BEGIN:VCALENDAR');
  await carte.getByRole('button', { name: 'Supprimer l’adresse' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer l’adresse' }).click();
  await expect(carte.getByRole('button', { name: 'Créer mon adresse' })).toBeVisible();
  expect((await page.request.get(adresse)).status()).toBe(404);
});
