import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { violations } from './axe';
import { PageConnexion } from './pages/connexion';

/** Password of every demonstration account. */
export const MOT_DE_PASSE = 'demo-coopilote';
export const TELEPHONE = { width: 390, height: 844 };
export const BUREAU = { width: 1440, height: 900 };

interface Ecran {
  ecran?: { width: number; height: number };
}

interface Journal {
  erreurs: string[];
  attendues: RegExp[];
}
/** What went wrong in the console of the pages of a test; a test ends in failure when there is anything. */
const journaux = new WeakMap<Page, Journal>();

function ecouter(page: Page): Page {
  const journal: Journal = { erreurs: [], attendues: [] };
  journaux.set(page, journal);
  page.on('console', (message) => {
    if (message.type() === 'error')
      journal.erreurs.push(`${page.url()} : ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (erreur) => journal.erreurs.push(`${page.url()} : ${erreur.message}`));
  return page;
}

/** An error of the console that the test provokes on purpose (a refusal, a lost network). */
export function attendreErreur(page: Page, motif: RegExp): void {
  journaux.get(page)?.attendues.push(motif);
}

function consoleSaine(page: Page): void {
  const journal = journaux.get(page);
  if (!journal) throw new Error('Page ouverte sans « visiter » ni « entrer » : sa console n’est pas écoutée.');
  const { erreurs, attendues } = journal;
  expect(
    erreurs.filter((erreur) => !attendues.some((motif) => motif.test(erreur))),
    'console',
  ).toEqual([]);
}

/** Nothing to say by axe (WCAG 2.1 A and AA, as RGAA 4.1 asks), and nothing in the console so far. */
export async function pageSaine(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // A colour that is still changing is no colour that anybody reads.
  await page.evaluate(async () => {
    await document.fonts.ready;
    const finies = document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(finies.map((a) => a.finished.catch(() => undefined)));
  });
  expect(await violations(page), `axe sur ${page.url()}`).toEqual([]);
  consoleSaine(page);
}

interface Outils {
  /** A page of one's own (cookies apart), listened to, nobody signed in. */
  visiter: (options?: Ecran) => Promise<Page>;
  /** The same, signed in as a demonstration account. */
  entrer: (courriel: string, options?: Ecran) => Promise<Page>;
  /** Another page in the same browser window: same cookies, same storage, listened to. */
  autrePage: (contexte: BrowserContext) => Promise<Page>;
}

export const test = base.extend<Outils>({
  visiter: async ({ browser, autrePage }, use) => {
    const contextes: BrowserContext[] = [];
    await use(async ({ ecran = BUREAU } = {}) => {
      const contexte = await browser.newContext({ viewport: ecran });
      contextes.push(contexte);
      return autrePage(contexte);
    });
    await Promise.all(contextes.map((contexte) => contexte.close()));
  },
  autrePage: async ({}, use, testInfo) => {
    const pages: Page[] = [];
    await use(async (contexte) => {
      const page = ecouter(await contexte.newPage());
      pages.push(page);
      return page;
    });
    if (testInfo.status === testInfo.expectedStatus) pages.forEach(consoleSaine);
  },
  entrer: async ({ visiter }, use) => {
    await use(async (courriel, options) => {
      const page = await visiter(options);
      await new PageConnexion(page).entrer(courriel, MOT_DE_PASSE);
      return page;
    });
  },
});
export { expect };
