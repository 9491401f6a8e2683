import type { Page } from '@playwright/test';
import { BUREAU, TELEPHONE, expect, pageSaine } from './test';

/** Axe and the console at both widths, in light and dark; nothing runs over a narrow screen. */
export async function saineAuxDeuxLargeurs(page: Page): Promise<void> {
  await pageSaine(page);
  await page.setViewportSize(TELEPHONE);
  await pageSaine(page);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: 'la page ne déborde pas' })
    .toBeLessThanOrEqual(TELEPHONE.width);
  await page.emulateMedia({ colorScheme: 'dark' });
  await pageSaine(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(BUREAU);
}
