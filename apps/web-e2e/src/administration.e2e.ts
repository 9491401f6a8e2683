import type { ValeurListeLue } from '@coopilote/domain/referentiel/referentiel.contract';
import { choisir, libelle, texte } from './pages/libelles';
import { attendreErreur, expect, pageSaine, test } from './test';

test('A value of a list written in two places is compared, and nothing is lost', async ({ entrer }) => {
  const page = await entrer('admin@demo.test');
  attendreErreur(page, /status of 409 .*\/api\/listes\//);
  await page.goto('/administration/referentiels?liste=SECTEUR');
  const modifier = page.getByRole('button', { name: /^Modifier / }).first();
  await modifier.click();
  const dialogue = page.getByRole('dialog', { name: /modifier une valeur/ });
  await expect(dialogue).toBeVisible();
  const nom = await texte(dialogue, 'Libellé').inputValue();
  await texte(dialogue, 'Description').fill('Ma description');

  // Meanwhile, somebody else saves another description.
  const listes = await page.request.get('/api/listes?liste=SECTEUR&retirees=true');
  const valeur = ((await listes.json()) as ValeurListeLue[]).find((une) => une.libelle === nom);
  const autre = await page.request.patch(`/api/listes/${valeur?.id}`, {
    headers: { 'X-Coopilote': '1' },
    data: { libelle: nom, description: 'Celle d’une collègue', ordre: valeur?.ordre, version: valeur?.version },
  });
  expect(autre.status()).toBe(200);

  await dialogue.getByRole('button', { name: 'Enregistrer la valeur' }).click();
  const conflit = dialogue.getByRole('group', { name: 'Deux versions de la même saisie' });
  await expect(conflit.getByRole('row', { name: 'Description Ma description Celle d’une collègue' })).toBeVisible();
  await expect(texte(dialogue, 'Description')).toHaveValue('Ma description');
  await pageSaine(page);
  await conflit.getByRole('button', { name: 'Enregistrer ma saisie' }).click();
  await expect(dialogue).toBeHidden();
  await expect(page.getByRole('row', { name: new RegExp(nom) }).first()).toContainText('Ma description');
});

test('The journal tells the administrator who changed what, before and after in French', async ({ entrer }) => {
  const page = await entrer('admin@demo.test');
  await page.goto('/administration');
  await page.getByRole('link', { name: 'Journal', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Journal', exact: true })).toBeVisible();
  await choisir(page, 'Ce qui a changé', 'Fiche-action');
  await expect(page).toHaveURL(/objet=fiche_action/);
  const lignes = page.getByRole('main').locator('ol').getByRole('listitem');
  await expect(lignes.filter({ hasNotText: /^.{0,12}Fiche-action/ })).toHaveCount(0);

  const terminee = lignes.filter({ hasText: 'état (terminée)' }).first();
  await terminee.getByText('Avant et après').click();
  await expect(terminee.getByRole('row', { name: /^état .* terminée$/ })).toBeVisible();
  await expect(terminee.getByRole('table')).not.toContainText(/[A-Z]{2,}_|version|_id/);
  await pageSaine(page);

  await page.getByLabel(libelle('Depuis le')).fill('2100-01-01');
  await expect(page.getByText('Aucun changement ne répond à ces filtres.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Aucun changement ne répond à ces filtres.')).toBeVisible();

  const dd = await entrer('dd93@demo.test');
  await dd.goto('/administration/journal');
  await expect(dd.getByText('Vous n’avez pas accès à cette page')).toBeVisible();
});

test('The coordinators of a new CA are those of its département', async ({ entrer }) => {
  const page = await entrer('admin@demo.test');
  await page.goto('/cooperatives/nouvelle');
  await expect(page.getByText(/^Choisissez d’abord le département/)).toBeVisible();
  const departement = page.getByRole('combobox', { name: libelle('Département') });
  const delegation = page.getByRole('combobox', { name: libelle('Coordination de la délégation') });
  const second = page.getByRole('combobox', { name: libelle('Second coordinateur') });

  await departement.selectOption('93');
  // The only person of the delegation is proposed.
  await expect(delegation.locator('option:checked')).toHaveText('Malika Saadi');
  const premiers = await second.locator('option').allInnerTexts();
  expect(premiers.length).toBeGreaterThan(2);
  await second.selectOption({ index: 1 });

  await departement.selectOption('92');
  await expect(delegation.locator('option', { hasText: 'Malika Saadi' })).toHaveCount(0);
  await expect(delegation.locator('option:checked')).not.toHaveText('Choisir…');
  await expect(second.locator('option:checked')).toHaveText('Aucun');
  expect(await second.locator('option').allInnerTexts()).not.toEqual(premiers);
  await pageSaine(page);
});
