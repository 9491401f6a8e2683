import { readFile } from 'node:fs/promises';
import { lignesDansLibreOffice } from './classeur';
import { TELEPHONE, expect, pageSaine, test } from './test';
import { PageConsolidation } from './pages/consolidation';

test('The consolidation: a report in three clicks, two axes, a comparison, pictures', async ({ entrer }) => {
  const page = await entrer('evaluateur@demo.test');
  const consolidation = new PageConsolidation(page);
  await consolidation.ouvrir();

  await test.step('from the sentence to one report, and to the action of one that is missing', async () => {
    await page.getByRole('link', { name: /bilans sur/ }).click();
    await expect(page.getByText(/le calcul donne bien/)).toBeVisible();
    await pageSaine(page);
    await page.getByRole('region', { name: 'Bilans', exact: true }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/bilans\/[0-9a-f-]{36}$/);
    await page.goBack();
    const manquants = page.getByRole('region', { name: 'Bilans manquants' });
    await expect(manquants.getByText(/brouillon|à remplir|à compléter/).first()).toBeVisible();
    // Never sent, it is not the evaluator's to read: its action is.
    const jamais = manquants.getByRole('row').filter({ hasText: 'à remplir' }).first();
    await jamais.getByRole('link').click();
    await expect(page).toHaveURL(/\/fiches-actions\/[0-9a-f-]{36}$/);
  });

  await test.step('two axes, folded and put in order by the address alone', async () => {
    await page.goto('/consolidation');
    await page.getByRole('combobox', { name: 'Axe 2' }).selectOption({ label: 'Indicateur commun' });
    await expect(page).toHaveURL(/par=departement(,|%2C)indicateur/);
    const table = page.getByRole('table', { name: 'Totaux par département, puis indicateur commun' });
    const dedans = table.getByRole('rowheader', { name: /^Participations aux ateliers/ });
    await expect(dedans.first()).toBeVisible();
    const avant = await dedans.count();
    await table.getByRole('button', { name: 'Plier 93 Seine-Saint-Denis' }).click();
    await expect(dedans).toHaveCount(avant - 1);
    await table.getByRole('button', { name: 'Résultat' }).click();
    await expect(page).toHaveURL(/ordre=-haut/);
    await page.reload();
    await expect(table.getByRole('button', { name: 'Déplier 93 Seine-Saint-Denis' })).toBeVisible();
    await expect(dedans).toHaveCount(avant - 1);
    await pageSaine(page);
    // A figure of an indicator opens onto its own values.
    const figures = table.getByRole('row', { name: /^Participations aux ateliers/ }).getByRole('link');
    const figure = figures.filter({ hasText: /^[\d\s]+$/ }).first();
    const valeur = await figure.innerText();
    await figure.click();
    await expect(page.getByText(`le calcul donne bien ${valeur}`)).toBeVisible();
    await page.goBack();
  });

  await test.step('a year before, beside it', async () => {
    await page.goto('/consolidation?par=departement');
    await page.getByRole('button', { name: 'Comparer', exact: true }).click();
    const dialogue = page.getByRole('dialog', { name: 'Comparer à une autre période' });
    await dialogue.getByRole('button', { name: 'Un an plus tôt' }).click();
    await dialogue.getByRole('button', { name: 'Appliquer' }).click();
    await expect(page).toHaveURL(/comparer=20\d\d-T\d\.\.20\d\d-T\d/);
    await expect(page.getByRole('columnheader', { name: 'Différence' })).toBeVisible();
    await expect(consolidation.total('93 Seine-Saint-Denis')).toContainText(/[+−]\d+/);
    await expect(page.getByText(/Différence\s:\s[+−]/)).toBeVisible();
  });

  await test.step('a picture has its table, and is taken away', async () => {
    await page.getByRole('heading', { name: 'En images' }).scrollIntoViewIfNeeded();
    const carte = page.getByRole('figure', { name: 'Carte par département' });
    await expect(carte.getByRole('img').first()).toBeVisible();
    await carte.getByText('Voir le tableau').click();
    await expect(carte.getByRole('rowheader', { name: '93 Seine-Saint-Denis' })).toBeVisible();
    await pageSaine(page);
    for (const [genre, debut] of [
      ['PNG', '\x89PNG'],
      ['SVG', '<svg'],
    ] as const) {
      const attendu = page.waitForEvent('download');
      await carte.getByRole('button', { name: genre }).click();
      const chemin = await (await attendu).path();
      expect((await readFile(chemin, 'latin1')).startsWith(debut)).toBe(true);
    }
  });

  await test.step('a view is kept, and what it shows is a file that LibreOffice opens', async () => {
    const nom = `Avec les indicateurs ${Date.now()}`;
    await page.goto('/consolidation?par=departement,indicateur');
    await page.getByRole('button', { name: 'Vues', exact: true }).click();
    await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
    await page.getByRole('textbox', { name: 'Nom' }).fill(nom);
    await pageSaine(page);
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.goto('/consolidation');
    await page.getByRole('button', { name: 'Vues', exact: true }).click();
    await page.getByRole('button', { name: nom, exact: true }).click();
    await expect(page).toHaveURL(/par=departement(,|%2C)indicateur/);
    const rangee = page.getByRole('row', { name: /93 Seine-Saint-Denis/ }).first();
    const total = await rangee
      .getByRole('link')
      .filter({ hasText: /^[\d\s]+$/ })
      .first()
      .innerText();

    await page.getByRole('button', { name: 'Exporter' }).click();
    await expect(page.getByText(/sans les effectifs de 1 à 10/)).toBeVisible();
    await pageSaine(page);
    const attendu = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Excel.*Regroupement/ }).click();
    const lignes = await lignesDansLibreOffice(await (await attendu).path());
    expect(lignes.find((ligne) => ligne.includes('Seine-Saint-Denis'))).toContain(total.replace(/\D/g, ''));
  });

  await test.step('on a phone, cards', async () => {
    await page.goto('/consolidation?par=departement');
    await page.setViewportSize(TELEPHONE);
    await expect(consolidation.total('93 Seine-Saint-Denis')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await pageSaine(page);
  });
});
