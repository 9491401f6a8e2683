import { PageCooperative } from './pages/cooperative';
import { PageTableaux } from './pages/tableaux';
import { conclureMise } from './scene-financement';
import { TELEPHONE, attendreErreur, expect, pageSaine, test } from './test';

const DIABETE = 'Accompagnement du développement de l’offre en promotion de la santé pour les personnes diabétiques';
const EMPLOYEUR = 'CCAS de Montfermeil';
const BENEFICIAIRE = 'Plateau Sport Santé';

test('the delegation keeps the money of a CA, and each reader sees what is theirs', async ({ entrer }) => {
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

  await test.step('staff is lent once the keys are whole and each board has approved, and invoiced at its cost', async () => {
    const an = new Date().getFullYear() - 1;
    await page.goto(adresse);
    await page.getByRole('button', { name: 'Préparer une mise à disposition' }).press('Enter');
    const dialogue = page.getByRole('dialog');
    await dialogue.getByLabel('Structure qui met à disposition').first().selectOption({ label: EMPLOYEUR });
    await dialogue.getByLabel('Objet').fill('Éducateur sportif partagé');
    await dialogue.getByLabel('Fonction').fill('Éducateur sportif');
    await dialogue.getByLabel('Part du temps de travail').fill('50');
    await dialogue.getByLabel('Début').fill(`${an}-01-01`);
    await dialogue.getByLabel('Fin', { exact: false }).first().fill(`${an}-12-31`);
    await dialogue.getByLabel('Sa clé').fill('50');
    await dialogue.getByLabel('Bénéficiaire 1', { exact: false }).first().selectOption({ label: BENEFICIAIRE });
    await dialogue.getByLabel('Clé du bénéficiaire 1').fill('37,5');
    await expect(dialogue.getByText('il manque 12,50\u00a0%').first()).toBeVisible();
    await dialogue.getByRole('button', { name: 'Ajouter un coût' }).press('Enter');
    await dialogue.getByLabel('Coût prévu, ligne 1').fill('20 000');
    await dialogue.getByLabel('Engagements de la structure').fill('Payer le salaire.');
    await dialogue.getByLabel('Engagements des bénéficiaires').fill('Accueillir la personne.');
    await dialogue.getByRole('button', { name: 'Enregistrer le brouillon' }).press('Enter');
    await expect(dialogue.getByText('Ensemble, elles font 100,00\u00a0%').first()).toBeVisible();
    await pageSaine(page);
    await dialogue.getByLabel('Clé du bénéficiaire 1').fill('50');
    await dialogue.getByRole('button', { name: 'Enregistrer le brouillon' }).press('Enter');
    await expect(page).toHaveURL(/\/mises-a-disposition\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'Envoyer pour approbation' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer pour approbation' }).press('Enter');
    await expect(page.getByText('Avant la signature, il manque')).toBeVisible();
    await pageSaine(page);
    await page.getByRole('button', { name: `Enregistrer l’approbation de ${EMPLOYEUR}` }).press('Enter');
    await dialogue.getByLabel('Information-consultation du CSE').fill(`${an}-01-05`);
    await dialogue.getByLabel('Avenant au contrat').fill(`${an}-01-12`);
    await dialogue.getByLabel('Délibération').fill(`${an}-01-10`);
    await dialogue.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter');
    await expect(dialogue).toBeHidden();
    await conclureMise(page, new URL(page.url()).pathname.split('/').at(-1) ?? '', an, 1_000_001);
    await page.reload();
    await page.getByRole('button', { name: 'Répartir une période' }).press('Enter');
    await dialogue.getByLabel('Du', { exact: false }).first().fill(`${an}-01-01`);
    await dialogue.getByLabel('Au', { exact: false }).first().fill(`${an}-06-30`);
    await dialogue.getByLabel('Coût réel de la période').fill('10 000,01');
    await dialogue.getByRole('button', { name: 'Répartir ce coût' }).press('Enter');
    await page.getByRole('button', { name: `Facture de ${BENEFICIAIRE}` }).press('Enter');
    attendreErreur(page, /422/);
    await dialogue.getByLabel('Montant facturé').fill('5 000,01');
    await dialogue.getByLabel('Date de la facture').fill(`${an}-07-02`);
    await dialogue.getByLabel('Numéro de la facture').fill('F-1');
    await dialogue.getByRole('button', { name: 'Enregistrer la facture' }).press('Enter');
    await expect(dialogue.getByText('à l’euro près').first()).toBeVisible();
    await dialogue.getByLabel('Montant facturé').fill('5 000,00');
    await dialogue.getByRole('button', { name: 'Enregistrer la facture' }).press('Enter');
    await expect(page.getByRole('cell', { name: 'facturé' })).toBeVisible();
    await pageSaine(page);
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
