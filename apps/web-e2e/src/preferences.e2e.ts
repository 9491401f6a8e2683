import { TELEPHONE, expect, pageSaine, test } from './test';

test('a person chooses what Coopilote writes to them, and finds the choice again', async ({ entrer }) => {
  const page = await entrer('habitant93@demo.test');
  await page.getByRole('button', { name: /votre compte/ }).click();
  await page.getByRole('link', { name: 'Mes messages' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mes messages' })).toBeVisible();
  await pageSaine(page);
  const comptesRendus = page.getByRole('group', { name: 'Comptes rendus' });
  await expect(comptesRendus.getByRole('radio', { name: 'Résumé du lundi' })).toBeChecked();
  await comptesRendus.getByRole('radio', { name: 'Résumé du lundi' }).press('ArrowRight');
  await expect(page.getByText('Comptes rendus\u00a0: jamais.')).toBeVisible();
  await page.reload();
  await expect(comptesRendus.getByRole('radio', { name: 'Jamais' })).toBeChecked();
  await expect(page.getByRole('group', { name: 'Toujours envoyés' }).getByRole('radio')).toHaveCount(0);
  await page.setViewportSize(TELEPHONE);
  await pageSaine(page);
  await comptesRendus.getByRole('radio', { name: 'Jamais' }).press('ArrowLeft');
  await expect(page.getByText('Comptes rendus\u00a0: résumé du lundi.')).toBeVisible();
});
