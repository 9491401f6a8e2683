import { PageAccueil } from './pages/accueil';
import { PageSaisieBilan } from './pages/bilan';
import { Clavier } from './pages/clavier';
import { texte } from './pages/libelles';
import { expect, pageSaine, test } from './test';

const ACTION = 'Équilibre et convivialité pour les 60 ans et plus';
const RAISON = 'La salle des fêtes a été fermée trois semaines.';
/** Questions (8), beneficiaries and four indicators. */
const TOTAL = 13;

test('A report is filled and sent with the keyboard alone', async ({ entrer }) => {
  const page = await entrer('partenaire-ville-chennevieres@demo.test');
  const clavier = new Clavier(page);
  const bilan = new PageSaisieBilan(page);

  await test.step('from the home page to the report', async () => {
    await clavier.aller(new PageAccueil(page).bilanDu(ACTION).getByRole('link'));
    await clavier.presser('Enter');
    await expect(page).toHaveURL(/\/bilans\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });

  await test.step('the questions: Space ticks, the arrows change, a reason is typed', async () => {
    await clavier.aller(bilan.reponse('ressources', 'Oui'));
    await clavier.presser('Space');
    await expect(bilan.reponse('ressources', 'Oui')).toBeChecked();
    await clavier.presser('ArrowRight');
    await expect(bilan.reponse('ressources', 'En partie')).toBeChecked();
    await clavier.focusVisible();
    await clavier.aller(bilan.motif('ressources'));
    await clavier.ecrire(RAISON);
    for (const cle of ['publics', 'realisation', 'objectifs'] as const) {
      await clavier.aller(bilan.reponse(cle, 'Oui'));
      await clavier.presser('Space');
      await expect(bilan.reponse(cle, 'Oui')).toBeChecked();
    }
  });

  await test.step('the figures; Shift+Tab comes back to one', async () => {
    const chiffres = [
      [texte(page, 'Numérateur, Part de participants adressés par un tiers'), '6'],
      [texte(page, 'Dénominateur, Part de participants adressés par un tiers'), '12'],
      [bilan.indicateur('Participants différents'), '38'],
      [bilan.indicateur('Participations aux séances'), '120'],
      [texte(page, 'Numérateur, Part de participants dont le test d’équilibre s’améliore'), '9'],
      [texte(page, 'Dénominateur, Part de participants dont le test d’équilibre s’améliore'), '15'],
    ] as const;
    await clavier.aller(bilan.beneficiaires);
    await clavier.ecrire('83');
    for (const [champ, valeur] of chiffres) {
      await clavier.aller(champ);
      await clavier.ecrire(valeur);
    }
    await clavier.aller(bilan.beneficiaires, 'Shift+Tab');
    await clavier.presser('ControlOrMeta+A');
    await clavier.ecrire('38');
    for (const [champ, valeur] of chiffres) await expect(champ).toHaveValue(valeur);
  });

  await test.step('the effects, then the sending', async () => {
    for (const cle of ['cooperation', 'pratiques', 'ists', 'parcours'] as const) {
      await clavier.aller(bilan.reponse(cle, 'Oui'));
      await clavier.presser('Space');
      await expect(bilan.reponse(cle, 'Oui')).toBeChecked();
    }
    await bilan.enregistre(TOTAL, TOTAL);
    const envoyer = page.getByRole('button', { name: 'Transmettre à l’ARS' });
    await clavier.aller(envoyer);
    await clavier.presser('Enter');
    await expect(page.getByRole('heading', { name: 'Ce qui va être transmis' })).toBeFocused();
    await clavier.aller(envoyer);
    await clavier.presser('Enter');
    await expect(page).toHaveURL(/\/recu$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Bilan transmis à l’ARS' })).toBeFocused();
    const transmis = page.getByRole('region', { name: 'Ce qui a été transmis' });
    await expect(transmis).toContainText(RAISON);
    await expect(transmis).toContainText('38');
    await expect(transmis).not.toContainText('83');
  });
});

test('« / » searches, « ? » shows the keys, and Escape gives the focus back', async ({ entrer }) => {
  const page = await entrer('partenaire-jardins-plateau@demo.test');
  const clavier = new Clavier(page);
  const recherche = page.getByRole('searchbox', { name: 'Chercher une action, une structure, une coopérative' });
  const lien = page
    .getByRole('navigation', { name: 'Navigation principale', exact: true })
    .getByRole('link', { name: 'Coopératives' });
  const aide = page.getByRole('dialog', { name: 'Touches du clavier' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('the help', async () => {
    await clavier.aller(lien);
    await clavier.presser('?');
    await expect(aide).toBeVisible();
    await expect(aide.getByRole('definition').filter({ hasText: 'Chercher' })).toBeVisible();
    await clavier.presser('Tab');
    await clavier.focusVisible();
    await pageSaine(page);
    await clavier.presser('Escape');
    await expect(aide).toBeHidden();
    await expect(lien).toBeFocused();
    await clavier.focusVisible();
  });

  await test.step('the search', async () => {
    await clavier.presser('/');
    await expect(recherche).toBeFocused();
    await expect(recherche).toHaveValue('');
    await clavier.focusVisible();
    await clavier.ecrire('jardin ?/');
    await expect(recherche).toHaveValue('jardin ?/');
    await expect(aide).toBeHidden();
    await clavier.presser('Backspace', 'Backspace', 'Backspace', 'Enter');
    await expect(page).toHaveURL('/recherche?q=jardin');
    await expect(page.getByRole('link', { name: 'Marche et jardin partagé' }).first()).toBeVisible();
  });
});

test('The skip link is the first stop, and leads to the content', async ({ entrer }) => {
  const page = await entrer('partenaire-jardins-plateau@demo.test');
  const clavier = new Clavier(page);
  const contenu = page.getByRole('main');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await clavier.presser('Tab');
  const evitement = page.getByRole('link', { name: 'Aller au contenu' });
  await expect(evitement).toBeFocused();
  await expect(evitement).toBeInViewport();
  await clavier.focusVisible();
  await clavier.presser('Enter');
  await expect(contenu).toBeFocused();
  await clavier.presser('Tab');
  await clavier.focusVisible();
  expect(
    await contenu.evaluate((main) => main !== document.activeElement && main.contains(document.activeElement)),
  ).toBe(true);
});
