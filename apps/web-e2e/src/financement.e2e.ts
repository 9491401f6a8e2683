import { PageCooperative } from './pages/cooperative';
import { PageTableaux } from './pages/tableaux';
import { TELEPHONE, attendreErreur, expect, pageSaine, test } from './test';

const DIABETE = 'Accompagnement du développement de l’offre en promotion de la santé pour les personnes diabétiques';

test('the delegation keeps the money of a CA, and each reader sees what is theirs', async ({ entrer }) => {
  test.setTimeout(240_000);
  const page = await entrer('dd93@demo.test');
  await new PageTableaux(page).ouvrir(DIABETE);
  await new PageCooperative(page).onglet('Financement');
  await expect(page).toHaveURL(/\/financement$/);
  const adresse = page.url();
  const phrase = page.locator('.phrase').first();
  await expect(phrase).toContainText('de budget');
  await pageSaine(page);

  await test.step('an amount is typed in French, and refused with a way to mend it', async () => {
    await page.getByRole('button', { name: 'Ajouter un engagement' }).press('Enter');
    const dialogue = page.getByRole('dialog');
    const montant = dialogue.getByLabel('Montant', { exact: false });
    await dialogue.getByLabel('Structure').selectOption({ index: 1 });
    await dialogue.getByLabel('Nature du financement').selectOption('MECENAT');
    for (const [texte, remede] of [
      ['-12', 'sans le signe moins'],
      ['12,345', 'deux décimales au plus'],
    ]) {
      await montant.fill(texte ?? '');
      await montant.blur();
      await expect(dialogue.getByText(remede ?? '').first()).toBeVisible();
    }
    await montant.fill('1 234,56');
    await pageSaine(page);
    await dialogue.getByRole('button', { name: 'Ajouter l’engagement' }).press('Enter');
    await expect(dialogue).toBeHidden();
    await expect(page.getByText('1\u202f234,56\u00a0€').first()).toBeVisible();
  });

  await test.step('a payment never passes the engagement unless somebody says why', async () => {
    await page.getByRole('row').filter({ hasText: '1\u202f234,56' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/financement\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'Ajouter un versement' }).press('Enter');
    const dialogue = page.getByRole('dialog');
    await dialogue.getByLabel('Genre').selectOption('VERSEMENT');
    attendreErreur(page, /422/);
    await dialogue.getByLabel('Montant').fill('1 234,57');
    await dialogue.getByLabel('Date prévue').fill('2026-06-01');
    await dialogue.getByRole('button', { name: 'Enregistrer le versement' }).press('Enter');
    await expect(dialogue.getByText('de 0,01\u00a0€ l’engagement').first()).toBeVisible();
    await pageSaine(page);
    await dialogue.getByLabel('Montant').fill('1 234,56');
    await dialogue.getByRole('button', { name: 'Enregistrer le versement' }).press('Enter');
    await expect(dialogue).toBeHidden();
    await pageSaine(page);
    await page.getByRole('button', { name: /^Supprimer le versement/ }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer le versement' }).press('Enter');
    await page.getByRole('button', { name: 'Supprimer', exact: true }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer l’engagement' }).press('Enter');
    await expect(page).toHaveURL(/\/financement\?annee=\d{4}$/);
  });

  await test.step('totals open what they are made of', async () => {
    await page.goto('/consolidation/financement');
    const totaux = page.getByRole('region', { name: 'Totaux par coopérative' });
    await totaux.getByRole('link', { name: DIABETE }).click();
    await expect(page).toHaveURL(/cooperative=/);
    await expect(page.getByRole('button', { name: 'Retirer le filtre Coopérative' })).toBeVisible();
    await pageSaine(page);
  });

  await test.step('a resident sees the total alone, on a phone too', async () => {
    const habitant = await entrer('habitant93@demo.test', { ecran: TELEPHONE });
    await habitant.goto(adresse);
    await expect(habitant.locator('.phrase').first()).toContainText('de budget');
    await expect(habitant.getByRole('heading', { name: 'Par structure' })).toBeHidden();
    await expect(habitant.getByText('réservé aux membres de la coopérative')).toBeVisible();
    await pageSaine(habitant);
  });
});
