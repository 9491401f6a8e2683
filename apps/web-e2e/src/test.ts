import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Browser, type Page } from '@playwright/test';

/** Password of every demonstration account. */
export const MOT_DE_PASSE = 'demo-coopilote';
export const TELEPHONE = { width: 390, height: 844 };
export const BUREAU = { width: 1440, height: 900 };

/** What went wrong in the console of the pages of a test; a test ends in failure when there is anything. */
const erreurs = new WeakMap<Page, string[]>();

function ecouter(page: Page): Page {
  const liste: string[] = [];
  erreurs.set(page, liste);
  page.on('console', (message) => {
    if (message.type() === 'error') liste.push(`${page.url()} : ${message.text()}`);
  });
  page.on('pageerror', (erreur) => liste.push(`${page.url()} : ${erreur.message}`));
  return page;
}

/** A page of one's own (cookies apart), signed in as a demonstration account, listened to. */
export async function entrer(browser: Browser, courriel: string, ecran = BUREAU): Promise<Page> {
  const contexte = await browser.newContext({ viewport: ecran });
  const page = ecouter(await contexte.newPage());
  await page.goto('/connexion');
  await page.getByLabel('Courriel').fill(courriel);
  await page.getByLabel('Mot de passe', { exact: true }).fill(MOT_DE_PASSE);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page).toHaveURL(/\/accueil/);
  return page;
}

/** Nothing to say by axe (WCAG 2.1 A and AA, as RGAA 4.1 asks), and nothing in the console so far. */
export async function pageSaine(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
  const dites = violations.map((v) => `${v.id} (${v.impact}) : ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`);
  expect(dites, `axe sur ${page.url()}`).toEqual([]);
  expect(erreurs.get(page) ?? [], 'console').toEqual([]);
}

export const test = base.extend({
  page: async ({ page }, use) => {
    await use(ecouter(page));
  },
});
export { expect };
